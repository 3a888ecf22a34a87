-- before column t.x: no row of SELECT "x" FROM "t" WHERE "x"::text OPERATOR(pg_catalog.<>) ALL (ARRAY['a', 'c']::text[])
ALTER TABLE "t" ALTER COLUMN "x" DROP DEFAULT, ALTER COLUMN "x" TYPE g USING "x"::text::g, ALTER COLUMN "x" SET DEFAULT 'a'::g;
