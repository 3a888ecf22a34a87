-- alter column t.a · SSY0405 · BlocksReads · Scan · lock 3 s · statement 86400 s
ALTER TABLE "t" ALTER COLUMN "a" TYPE text COLLATE "C";
