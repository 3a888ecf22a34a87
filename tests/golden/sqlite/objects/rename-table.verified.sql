-- rename table t to s · SSY0408 · BlocksWrites
ALTER TABLE "t" RENAME TO "s";
