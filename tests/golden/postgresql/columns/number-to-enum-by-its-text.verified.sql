-- before column t.s: no row of SELECT "s" FROM "t" WHERE "s"::text OPERATOR(pg_catalog.<>) ALL (ARRAY['1', '2']::text[])
-- alter column t.s · SSY0403 SSY0402 SSY0407 · BlocksReads · Rewrite · lock 3 s · statement 86400 s · no way back
ALTER TABLE "t" ALTER COLUMN "s" DROP DEFAULT, ALTER COLUMN "s" TYPE size USING "s"::text::size, ALTER COLUMN "s" SET DEFAULT '1'::size;
