-- alter column t.a · SSY0405 SSY0408 · BlocksReads · Scan · lock 3 s · statement 86400 s
ALTER TABLE "t" ALTER COLUMN "a" TYPE timestamp with time zone;
