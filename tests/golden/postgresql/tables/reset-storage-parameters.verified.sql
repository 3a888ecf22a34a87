ALTER TABLE "t" RESET ("fillfactor", "toast"."autovacuum_enabled");
