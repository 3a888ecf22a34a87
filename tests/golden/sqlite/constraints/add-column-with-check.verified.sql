-- no row: SELECT * FROM (SELECT CAST("b" AS TEXT) AS "b" FROM (SELECT NULL AS "b", "id" FROM "t") WHERE "b" IS CAST("b" AS TEXT)) WHERE NOT (length(b) <= 20) LIMIT 3;
ALTER TABLE "t" ADD COLUMN "b" TEXT CHECK (length(b) <= 20)
