-- before primary key t.t_pkey: no row of SELECT "a", pg_catalog.count(*) AS rows FROM "t" WHERE "a" IS NOT NULL GROUP BY "a" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
-- before column t.a: no row of SELECT * FROM "t" WHERE "a" IS NULL
-- before view v: no row of SELECT 'pg_monitor' AS role WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname OPERATOR(pg_catalog.=) 'pg_monitor')
-- alter column t.a · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" DROP CONSTRAINT IF EXISTS "__schemasync_not_null_d4413b90a405", ADD CONSTRAINT "__schemasync_not_null_d4413b90a405" CHECK ("a" IS NOT NULL) NOT VALID;
-- alter column t.a · SSY0407 · BlocksDdl · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "t" VALIDATE CONSTRAINT "__schemasync_not_null_d4413b90a405";
-- alter column t.a · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" ALTER COLUMN "a" SET NOT NULL;
-- alter column t.a · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" DROP CONSTRAINT IF EXISTS "__schemasync_not_null_d4413b90a405";
-- add primary key t.t_pkey · SSY0407 · BlocksDdl · Scan · None · statement 86400 s
CREATE UNIQUE INDEX CONCURRENTLY "t_pkey" ON "t" ("a");
-- add primary key t.t_pkey · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" ADD CONSTRAINT "t_pkey" PRIMARY KEY USING INDEX "t_pkey";
-- add view v · BlocksReads · lock 3 s · statement 300 s
CREATE VIEW "v" AS
SELECT t.a,
    t.b
   FROM t
  GROUP BY t.a;
-- add view v · lock 3 s · statement 300 s
DO $grants$BEGIN EXECUTE coalesce((
  SELECT pg_catalog.string_agg(DISTINCT 'REVOKE ALL ON TABLE "v" FROM ' OPERATOR(pg_catalog.||)
    CASE WHEN x.grantee OPERATOR(pg_catalog.=) '0' THEN 'PUBLIC'
        ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(x.grantee)) END, '; ')
  FROM pg_catalog.pg_class o CROSS JOIN LATERAL pg_catalog.aclexplode(o.relacl) x
  WHERE o.oid OPERATOR(pg_catalog.=) '"v"'::pg_catalog.regclass::pg_catalog.oid AND x.grantee OPERATOR(pg_catalog.<>) o.relowner), '');
END$grants$;
-- add view v · lock 3 s · statement 300 s
GRANT SELECT ON TABLE "v" TO "pg_monitor";
