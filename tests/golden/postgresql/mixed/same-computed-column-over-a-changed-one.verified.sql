-- alter column t.b · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" DROP COLUMN "b";
-- alter column t.a · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ALTER COLUMN "a" TYPE text;
-- alter column t.b · SSY0403 · BlocksReads · Rewrite · lock 3 s · statement 86400 s
ALTER TABLE "t" ADD COLUMN "b" integer GENERATED ALWAYS AS (length(a)) STORED;
