-- no row before: SELECT c.* FROM "c" AS c WHERE c."p" IS NOT NULL;
CREATE TABLE "p" (
  "id" INTEGER,
  PRIMARY KEY ("id")
);
CREATE TABLE "__schemasync_new_c" (
  "id" INTEGER,
  "p" INTEGER,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("p") REFERENCES "p" ("id")
);
INSERT INTO "__schemasync_new_c" ("id", "p") SELECT "id", "p" FROM "c";
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "c") AS a, (SELECT count(*) FROM "__schemasync_new_c") AS b) WHERE a <> b;
DROP TABLE "c";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "__schemasync_new_c" RENAME TO "c";
PRAGMA legacy_alter_table = OFF;
-- no row: SELECT "table", "rowid", "parent" FROM pragma_foreign_key_check('c')
