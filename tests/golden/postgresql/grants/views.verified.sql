-- before materialized view m: no row of SELECT 'pg_read_all_stats' AS role WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname OPERATOR(pg_catalog.=) 'pg_read_all_stats')
GRANT SELECT ON TABLE "m" TO "pg_read_all_stats";
REVOKE SELECT ON TABLE "v" FROM "pg_monitor";
GRANT SELECT ON TABLE "v" TO "pg_read_all_stats";
