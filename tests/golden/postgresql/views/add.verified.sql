-- add view v · BlocksReads · lock 3 s · statement 300 s
CREATE VIEW "v" AS
SELECT t.a,
    upper(t.a) AS u
   FROM t
  WHERE (t.a = ANY (ARRAY['x'::text, 'y'::text]));
