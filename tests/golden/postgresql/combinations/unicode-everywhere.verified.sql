-- before check constraint tablé.провер: no row of SELECT * FROM "tablé" WHERE NOT (("ключ" > 0))
-- add enum type énum · lock 3 s · statement 300 s
CREATE TYPE "énum" AS ENUM ('été', '🐘');
-- add column tablé.列 · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "tablé" ADD COLUMN "列" "énum" DEFAULT ('🐘'::"énum");
-- add column tablé.Ünïq · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "tablé" ADD COLUMN "Ünïq" text;
-- add view вид · BlocksReads · lock 3 s · statement 300 s
CREATE VIEW "вид" AS
SELECT "tablé"."列" AS "列 2"
   FROM "tablé";
-- add unique constraint tablé.k-ü · SSY0407 · BlocksDdl · Scan · None · statement 86400 s
CREATE UNIQUE INDEX CONCURRENTLY "k-ü" ON "tablé" ("Ünïq");
-- add unique constraint tablé.k-ü · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "tablé" ADD CONSTRAINT "k-ü" UNIQUE USING INDEX "k-ü";
-- add check constraint tablé.провер · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "tablé" ADD CONSTRAINT "провер" CHECK (("ключ" > 0)) NOT VALID;
-- add check constraint tablé.провер · SSY0407 · BlocksDdl · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "tablé" VALIDATE CONSTRAINT "провер";
-- add index tablé.индекс · BlocksDdl · Scan · None · statement 86400 s
CREATE INDEX CONCURRENTLY "индекс" ON "tablé" (((("ключ" + 1)))) WHERE ("列" = 'été'::"énum");
