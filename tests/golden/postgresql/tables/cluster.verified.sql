-- alter table t · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" CLUSTER ON "i";
