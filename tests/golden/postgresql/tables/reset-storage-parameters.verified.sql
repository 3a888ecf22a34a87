-- alter table t · BlocksDdl · lock 3 s · statement 300 s
ALTER TABLE "t" RESET ("fillfactor", "toast"."autovacuum_enabled");
