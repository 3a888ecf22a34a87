-- alter column t.a · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ALTER COLUMN "a" TYPE text COLLATE "C";
