-- alter column t.x · SSY0403 · BlocksReads · Rewrite · lock 3 s · statement 86400 s
ALTER TABLE "t" ALTER COLUMN "x" DROP DEFAULT, ALTER COLUMN "x" TYPE text, ALTER COLUMN "x" SET DEFAULT 'a'::text;
-- drop enum type e · BlocksReads · lock 3 s · statement 300 s
DROP TYPE "e";
