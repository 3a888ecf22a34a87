-- rename check constraint t.c to d · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" RENAME CONSTRAINT "c" TO "d";
