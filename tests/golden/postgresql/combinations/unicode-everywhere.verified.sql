-- before check constraint tablé.провер: no row of SELECT * FROM "tablé" WHERE NOT (("ключ" > 0))
CREATE TYPE "énum" AS ENUM ('été', '🐘');
ALTER TABLE "tablé" ADD COLUMN "列" "énum" DEFAULT ('🐘'::"énum");
ALTER TABLE "tablé" ADD COLUMN "Ünïq" text;
CREATE VIEW "вид" AS
SELECT "tablé"."列" AS "列 2"
   FROM "tablé";
-- None
CREATE UNIQUE INDEX CONCURRENTLY "k-ü" ON "tablé" ("Ünïq");
-- Alone
ALTER TABLE "tablé" ADD CONSTRAINT "k-ü" UNIQUE USING INDEX "k-ü";
-- Alone
ALTER TABLE "tablé" ADD CONSTRAINT "провер" CHECK (("ключ" > 0)) NOT VALID;
-- Alone
ALTER TABLE "tablé" VALIDATE CONSTRAINT "провер";
-- None
CREATE INDEX CONCURRENTLY "индекс" ON "tablé" (((("ключ" + 1)))) WHERE ("列" = 'été'::"énum");
