-- rename column t.a to b · SSY0408 · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" RENAME COLUMN "a" TO "b";
