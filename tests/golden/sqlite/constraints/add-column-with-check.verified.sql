-- no row before: SELECT * FROM (SELECT CAST("b" AS TEXT) AS "b" FROM (SELECT NULL AS "b", "id" FROM "t") WHERE "b" IS CAST("b" AS TEXT)) AS "t" WHERE NOT (length(b) <= 20);
ALTER TABLE "t" ADD COLUMN "b" TEXT CHECK (length(b) <= 20)
