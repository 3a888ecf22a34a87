-- before column t.x: no row of SELECT "x" FROM "t" WHERE "x"::text OPERATOR(pg_catalog.<>) ALL (ARRAY['a', 'b']::text[])
-- add enum type e · lock 3 s · statement 300 s
CREATE TYPE "e" AS ENUM ('a', 'b');
-- alter column t.x · SSY0403 SSY0407 · BlocksReads · Rewrite · lock 3 s · statement 86400 s
ALTER TABLE "t" ALTER COLUMN "x" DROP DEFAULT, ALTER COLUMN "x" TYPE e USING "x"::e, ALTER COLUMN "x" SET DEFAULT 'a'::e;
