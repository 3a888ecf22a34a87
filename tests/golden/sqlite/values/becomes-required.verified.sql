-- no row: SELECT * FROM "t" WHERE coalesce("code", (a || b)) IS NULL;
UPDATE "t" SET "code" = (a || b) WHERE "code" IS NULL;
ALTER TABLE "t" ALTER COLUMN "code" SET NOT NULL
