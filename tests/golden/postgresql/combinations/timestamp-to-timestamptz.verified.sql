-- alter column t.a · SSY0408 · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ALTER COLUMN "a" TYPE timestamp with time zone;
