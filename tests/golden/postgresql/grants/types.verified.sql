-- before domain d: no row of SELECT 'pg_monitor' AS role WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname OPERATOR(pg_catalog.=) 'pg_monitor')
REVOKE USAGE ON TYPE "c" FROM PUBLIC;
REVOKE USAGE ON TYPE "d" FROM PUBLIC;
GRANT USAGE ON TYPE "d" TO "pg_monitor";
REVOKE USAGE ON TYPE "e" FROM PUBLIC;
GRANT USAGE ON TYPE "e" TO "pg_monitor";
