-- rename column t.a to b · SSY0408 · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" RENAME COLUMN "a" TO "b";
-- alter column t.b · SSY0403 · BlocksReads · Rewrite · lock 3 s · statement 86400 s
ALTER TABLE "t" ALTER COLUMN "b" TYPE bigint;
