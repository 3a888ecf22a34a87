-- before materialized view m: no row of SELECT 'pg_read_all_stats' AS role WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname OPERATOR(pg_catalog.=) 'pg_read_all_stats')
-- alter materialized view m · SSY0411 · lock 3 s · statement 300 s
GRANT SELECT ON TABLE "m" TO "pg_read_all_stats";
-- alter view v · SSY0411 · lock 3 s · statement 300 s
REVOKE SELECT ON TABLE "v" FROM "pg_monitor";
-- alter view v · SSY0411 · lock 3 s · statement 300 s
GRANT SELECT ON TABLE "v" TO "pg_read_all_stats";
