-- before column t.a: no row of SELECT "a" FROM "t" WHERE ("a"::numeric(10,1))::text IS NULL AND "a" IS NOT NULL
ALTER TABLE "t" ALTER COLUMN "a" TYPE numeric(10,1);
