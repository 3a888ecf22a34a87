-- before column t.a: no row of SELECT "a" FROM "t" WHERE ("a"::d)::text IS NULL AND "a" IS NOT NULL
-- alter column t.a · SSY0403 SSY0407 · BlocksReads · Rewrite · lock 3 s · statement 86400 s
ALTER TABLE "t" ALTER COLUMN "a" TYPE d;
