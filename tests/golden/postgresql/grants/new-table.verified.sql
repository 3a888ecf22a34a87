-- before table t: no row of SELECT 'pg_monitor' AS role WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'pg_monitor')
-- before table t: no row of SELECT 'pg_read_all_stats' AS role WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'pg_read_all_stats')
CREATE TABLE "t" (
  "a" integer
);
DO $grants$BEGIN EXECUTE coalesce((
  SELECT string_agg(DISTINCT 'REVOKE ALL ON TABLE "t" FROM ' || CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(x.grantee)) END, '; ')
  FROM pg_class o CROSS JOIN LATERAL aclexplode(o.relacl) x WHERE o.oid = '"t"'::regclass AND x.grantee <> o.relowner), '');
END$grants$;
GRANT INSERT, SELECT ON TABLE "t" TO "pg_monitor";
GRANT UPDATE ON TABLE "t" TO "pg_read_all_stats" WITH GRANT OPTION;
GRANT SELECT ON TABLE "t" TO PUBLIC;
