-- before table t: no row of SELECT 'pg_monitor' AS role WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname OPERATOR(pg_catalog.=) 'pg_monitor')
-- before table t: no row of SELECT 'pg_read_all_stats' AS role WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname OPERATOR(pg_catalog.=) 'pg_read_all_stats')
-- add table t · lock 3 s · statement 300 s
CREATE TABLE "t" (
  "a" integer
);
-- add table t · lock 3 s · statement 300 s
DO $grants$BEGIN EXECUTE coalesce((
  SELECT pg_catalog.string_agg(DISTINCT 'REVOKE ALL ON TABLE "t" FROM ' OPERATOR(pg_catalog.||)
    CASE WHEN x.grantee OPERATOR(pg_catalog.=) '0' THEN 'PUBLIC'
        ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(x.grantee)) END, '; ')
  FROM pg_catalog.pg_class o CROSS JOIN LATERAL pg_catalog.aclexplode(o.relacl) x
  WHERE o.oid OPERATOR(pg_catalog.=) '"t"'::pg_catalog.regclass::pg_catalog.oid AND x.grantee OPERATOR(pg_catalog.<>) o.relowner), '');
END$grants$;
-- add table t · lock 3 s · statement 300 s
GRANT INSERT, SELECT ON TABLE "t" TO "pg_monitor";
-- add table t · lock 3 s · statement 300 s
GRANT UPDATE ON TABLE "t" TO "pg_read_all_stats" WITH GRANT OPTION;
-- add table t · lock 3 s · statement 300 s
GRANT SELECT ON TABLE "t" TO PUBLIC;
