-- before table u: no row of SELECT 'pg_monitor' AS role WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname OPERATOR(pg_catalog.=) 'pg_monitor')
ALTER TABLE "t" RENAME TO "u";
REVOKE SELECT ON TABLE "u" FROM "pg_monitor";
GRANT INSERT ON TABLE "u" TO "pg_monitor";
