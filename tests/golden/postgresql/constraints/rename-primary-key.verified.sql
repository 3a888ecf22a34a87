-- rename primary key t.old to new · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" RENAME CONSTRAINT "old" TO "new";
