-- no row before: SELECT c.* FROM "t" AS c WHERE c."up" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "t" AS p WHERE p."id" = +c."up");
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "up" INTEGER,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("up") REFERENCES "t" ("id")
);
INSERT INTO "__schemasync_new_t" ("id", "up") SELECT "id", "up" FROM "t";
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- no row: SELECT "table", "rowid", "parent" FROM pragma_foreign_key_check('t')
