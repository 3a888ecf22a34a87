-- alter column t.a; alter column t.b · SSY0403 · BlocksReads · Rewrite · lock 3 s · statement 86400 s
ALTER TABLE "t" ALTER COLUMN "a" TYPE bigint, ALTER COLUMN "b" TYPE bigint;
