-- before column t.a: no row of SELECT "a" FROM "t" WHERE ("a"::integer)::text IS NULL AND "a" IS NOT NULL
-- alter column t.a · SSY0403 SSY0407 · BlocksReads · Rewrite · lock 3 s · statement 86400 s
ALTER TABLE "t" ALTER COLUMN "a" DROP DEFAULT, ALTER COLUMN "a" TYPE integer USING "a"::integer, ALTER COLUMN "a" SET DEFAULT 0;
