ALTER TABLE "order" ADD COLUMN "group" integer;
ALTER TABLE "order" ADD COLUMN "select" text DEFAULT ('from'::text);
CREATE VIEW "table" AS
SELECT "order"."user" AS "column"
   FROM "order";
-- Alone
ALTER TABLE "order" ADD CONSTRAINT "check" CHECK (("group" > 0)) NOT VALID;
-- Alone
ALTER TABLE "order" VALIDATE CONSTRAINT "check";
-- None
CREATE INDEX CONCURRENTLY "where" ON "order" ("user");
