-- before table t: no row of SELECT 'pg_monitor' AS role WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname OPERATOR(pg_catalog.=) 'pg_monitor')
GRANT DELETE, SELECT ON TABLE "t" TO "pg_monitor";
GRANT INSERT ON TABLE "t" TO "pg_monitor" WITH GRANT OPTION;
