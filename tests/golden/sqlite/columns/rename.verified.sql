-- rename column t.a to b · SSY0408 · BlocksWrites
ALTER TABLE "t" RENAME COLUMN "a" TO "b";
