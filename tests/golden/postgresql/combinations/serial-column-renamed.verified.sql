-- rename column t.id to No · SSY0408 · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" RENAME COLUMN "id" TO "No";
