ALTER TABLE "t" SET ("autovacuum_enabled" = 'false', "fillfactor" = '80', "toast"."autovacuum_enabled" = 'false');
