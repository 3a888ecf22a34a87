-- before domain d: no row of SELECT 'pg_monitor' AS role WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname OPERATOR(pg_catalog.=) 'pg_monitor')
-- alter composite type c · SSY0411 · lock 3 s · statement 300 s
REVOKE USAGE ON TYPE "c" FROM PUBLIC;
-- alter domain d · SSY0411 · lock 3 s · statement 300 s
REVOKE USAGE ON TYPE "d" FROM PUBLIC;
-- alter domain d · SSY0411 · lock 3 s · statement 300 s
GRANT USAGE ON TYPE "d" TO "pg_monitor";
-- alter enum type e · SSY0411 · lock 3 s · statement 300 s
REVOKE USAGE ON TYPE "e" FROM PUBLIC;
-- alter enum type e · SSY0411 · lock 3 s · statement 300 s
GRANT USAGE ON TYPE "e" TO "pg_monitor";
