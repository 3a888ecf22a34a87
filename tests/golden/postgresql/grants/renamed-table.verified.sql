-- before table u: no row of SELECT 'pg_monitor' AS role WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname OPERATOR(pg_catalog.=) 'pg_monitor')
-- rename table t to u · SSY0408 · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" RENAME TO "u";
-- alter table u · SSY0411 · lock 3 s · statement 300 s
REVOKE SELECT ON TABLE "u" FROM "pg_monitor";
-- alter table u · SSY0411 · lock 3 s · statement 300 s
GRANT INSERT ON TABLE "u" TO "pg_monitor";
