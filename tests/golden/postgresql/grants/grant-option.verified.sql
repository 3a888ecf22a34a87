-- before table t: no row of SELECT 'pg_monitor' AS role WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname OPERATOR(pg_catalog.=) 'pg_monitor')
REVOKE GRANT OPTION FOR SELECT ON TABLE "t" FROM "pg_monitor";
GRANT INSERT, UPDATE ON TABLE "t" TO "pg_monitor" WITH GRANT OPTION;
