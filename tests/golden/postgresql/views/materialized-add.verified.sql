-- add materialized view m · BlocksReads · lock 3 s · statement 300 s
CREATE MATERIALIZED VIEW "m" AS
SELECT t.a
   FROM t;
-- add materialized view m · BlocksReads · lock 3 s · statement 300 s
CREATE UNIQUE INDEX "i" ON "m" ("a");
-- add materialized view m · BlocksReads · lock 3 s · statement 300 s
COMMENT ON MATERIALIZED VIEW "m" IS 'kept rows';
