-- before column t.a: no row of SELECT "a" FROM "t" WHERE ("a"::d)::text IS NULL AND "a" IS NOT NULL
ALTER TABLE "t" ALTER COLUMN "a" TYPE d;
