-- alter table t · BlocksDdl · lock 3 s · statement 300 s
ALTER TABLE "t" SET ("autovacuum_enabled" = 'false', "fillfactor" = '80', "toast"."autovacuum_enabled" = 'false');
