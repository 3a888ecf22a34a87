-- no row before: WITH "d" AS (SELECT "id", "p" AS "r" FROM main."c"), "q" AS (SELECT "id" FROM main."p") SELECT c.* FROM "d" AS c WHERE c."r" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "q" AS p WHERE p."id" = +c."r");
ALTER TABLE "c" RENAME TO "d";
ALTER TABLE "p" RENAME TO "q";
ALTER TABLE "d" RENAME COLUMN "p" TO "r";
CREATE TABLE "__schemasync_new_d" (
  "id" INTEGER,
  "r" INTEGER,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("r") REFERENCES "q" ("id")
);
INSERT INTO "__schemasync_new_d" ("id", "r") SELECT "id", "r" FROM "d";
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "d") AS a, (SELECT count(*) FROM "__schemasync_new_d") AS b) WHERE a <> b;
DROP TABLE "d";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "__schemasync_new_d" RENAME TO "d";
PRAGMA legacy_alter_table = OFF;
-- no row: SELECT "table", "rowid", "parent" FROM pragma_foreign_key_check('d')
