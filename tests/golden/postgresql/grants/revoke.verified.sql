-- alter table t · SSY0411 · lock 3 s · statement 300 s
REVOKE DELETE ON TABLE "t" FROM "pg_monitor";
-- alter table t · SSY0411 · lock 3 s · statement 300 s
REVOKE INSERT ON TABLE "t" FROM "pg_read_all_stats";
-- alter table t · SSY0411 · lock 3 s · statement 300 s
REVOKE SELECT ON TABLE "t" FROM PUBLIC;
