-- before column t.x: no row of SELECT "x" FROM "t" WHERE "x"::text OPERATOR(pg_catalog.<>) ALL (ARRAY['a', 'b']::text[])
CREATE TYPE "e" AS ENUM ('a', 'b');
ALTER TABLE "t" ALTER COLUMN "x" DROP DEFAULT, ALTER COLUMN "x" TYPE e USING "x"::e, ALTER COLUMN "x" SET DEFAULT 'a'::e;
