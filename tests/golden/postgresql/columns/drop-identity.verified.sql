-- alter column t.id · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ALTER COLUMN "id" DROP IDENTITY;
