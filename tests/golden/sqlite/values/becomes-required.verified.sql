-- check column t.code · BlocksWrites · Scan
-- no row: SELECT * FROM "t" WHERE coalesce("code", (a || b)) IS NULL;
-- fill column t.code where it is missing, in one statement · BlocksWrites · Rewrite
UPDATE "t" SET "code" = (a || b) WHERE "code" IS NULL;
-- alter column t.code · BlocksWrites · Scan
ALTER TABLE "t" ALTER COLUMN "code" SET NOT NULL;
