-- before check constraint t.(n > 0): no row of SELECT * FROM (SELECT CAST("n" AS NUMERIC) AS "n" FROM (SELECT (0) AS "n", "id" FROM "t") WHERE "n" IS CAST("n" AS NUMERIC)) AS "t" WHERE NOT (n > 0)
-- add column t.n · SSY0407 · BlocksWrites
ALTER TABLE "t" ADD COLUMN "n" INTEGER NOT NULL DEFAULT 0 CHECK (n > 0);
