-- before column t.a: no row of SELECT "a" FROM "t" WHERE ("a"::numeric(10,1))::text IS NULL AND "a" IS NOT NULL
-- alter column t.a · SSY0403 SSY0402 SSY0407 · BlocksReads · Rewrite · lock 3 s · statement 86400 s · no way back
ALTER TABLE "t" ALTER COLUMN "a" TYPE numeric(10,1);
