-- before column t.a: no row of SELECT * FROM "t" WHERE "a" IS NULL
-- alter column t.a · SSY0407 · BlocksWrites · Scan
ALTER TABLE "t" ALTER COLUMN "a" SET NOT NULL;
