-- add view v · BlocksReads · lock 3 s · statement 300 s
CREATE VIEW "v" AS
SELECT x.n,
    y.m
   FROM ( VALUES (1,'a'::text), (2,'b'::text)) x(n, t),
    LATERAL ( SELECT (x.n * 2) AS m) y
  ORDER BY x.n DESC NULLS LAST;
