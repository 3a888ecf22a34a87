-- before sequence s: no row of SELECT 'pg_monitor' AS role WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname OPERATOR(pg_catalog.=) 'pg_monitor')
-- alter sequence s · BlocksReads · lock 3 s · statement 300 s
ALTER SEQUENCE "s" INCREMENT BY 5 NO MINVALUE NO MAXVALUE START WITH 1 CACHE 1 NO CYCLE;
-- alter sequence s · SSY0411 · lock 3 s · statement 300 s
REVOKE USAGE ON SEQUENCE "s" FROM "pg_monitor";
-- alter sequence s · SSY0411 · lock 3 s · statement 300 s
GRANT SELECT ON SEQUENCE "s" TO "pg_monitor";
