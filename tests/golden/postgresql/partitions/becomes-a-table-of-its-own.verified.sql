-- alter table t1 · SSY0408 · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" DETACH PARTITION "t1";
