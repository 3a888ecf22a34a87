-- before column t.a: no row of SELECT "a" FROM "t" WHERE ("a"::jsonb)::text IS NULL AND "a" IS NOT NULL
ALTER TABLE "t" ALTER COLUMN "a" TYPE jsonb USING "a"::jsonb;
