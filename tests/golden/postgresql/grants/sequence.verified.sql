-- before sequence s: no row of SELECT 'pg_monitor' AS role WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname OPERATOR(pg_catalog.=) 'pg_monitor')
ALTER SEQUENCE "s" INCREMENT BY 5 NO MINVALUE NO MAXVALUE START WITH 1 CACHE 1 NO CYCLE;
REVOKE USAGE ON SEQUENCE "s" FROM "pg_monitor";
GRANT SELECT ON SEQUENCE "s" TO "pg_monitor";
