-- before column t.x: no row of SELECT "x" FROM "t" WHERE "x"::text OPERATOR(pg_catalog.<>) ALL (ARRAY['a', 'c']::text[])
-- alter column t.x · SSY0403 SSY0407 · BlocksReads · Rewrite · lock 3 s · statement 86400 s
ALTER TABLE "t" ALTER COLUMN "x" DROP DEFAULT, ALTER COLUMN "x" TYPE g USING "x"::text::g, ALTER COLUMN "x" SET DEFAULT 'a'::g;
