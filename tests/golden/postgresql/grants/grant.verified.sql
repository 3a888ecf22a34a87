-- before table t: no row of SELECT 'pg_monitor' AS role WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname OPERATOR(pg_catalog.=) 'pg_monitor')
-- alter table t · SSY0411 · lock 3 s · statement 300 s
GRANT DELETE, SELECT ON TABLE "t" TO "pg_monitor";
-- alter table t · SSY0411 · lock 3 s · statement 300 s
GRANT INSERT ON TABLE "t" TO "pg_monitor" WITH GRANT OPTION;
