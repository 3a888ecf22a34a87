-- before check constraint order.check: no row of SELECT * FROM (SELECT NULL::integer AS "group" FROM "order" AS "order") AS "order" WHERE NOT (("group" > 0))
-- add column order.group · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "order" ADD COLUMN "group" integer;
-- add column order.select · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "order" ADD COLUMN "select" text DEFAULT ('from'::text);
-- add view table · BlocksReads · lock 3 s · statement 300 s
CREATE VIEW "table" AS
SELECT "order"."user" AS "column"
   FROM "order";
-- add check constraint order.check · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "order" ADD CONSTRAINT "check" CHECK (("group" > 0)) NOT VALID;
-- add check constraint order.check · SSY0407 · BlocksDdl · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "order" VALIDATE CONSTRAINT "check";
-- add index order.where · BlocksDdl · Scan · None · statement 86400 s
CREATE INDEX CONCURRENTLY "where" ON "order" ("user");
