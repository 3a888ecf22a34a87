-- add materialized view m · BlocksReads · lock 3 s · statement 300 s
CREATE MATERIALIZED VIEW "m" AS
SELECT t.a
   FROM t;
