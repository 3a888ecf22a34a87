-- before check constraint t.(length(b) <= 20): no row of SELECT * FROM (SELECT CAST("b" AS TEXT) AS "b" FROM (SELECT NULL AS "b", "id" FROM "t") WHERE "b" IS CAST("b" AS TEXT)) AS "t" WHERE NOT (length(b) <= 20)
-- add column t.b · BlocksWrites
ALTER TABLE "t" ADD COLUMN "b" TEXT CHECK (length(b) <= 20);
