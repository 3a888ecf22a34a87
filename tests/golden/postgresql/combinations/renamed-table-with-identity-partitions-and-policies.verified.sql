-- rename table t to S · SSY0408 · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" RENAME TO "S";
