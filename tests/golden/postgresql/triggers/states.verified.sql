-- alter trigger g on t · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" DISABLE TRIGGER "g";
-- alter trigger h on t · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ENABLE ALWAYS TRIGGER "h";
