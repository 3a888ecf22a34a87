-- no row before: SELECT c.* FROM "c" AS c WHERE c."p" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "p" AS p WHERE p."id" = CASE WHEN typeof(c."p") IN ('integer', 'real') THEN CAST(c."p" AS TEXT) ELSE c."p" END);
CREATE TABLE "__schemasync_new_c" (
  "id" INTEGER,
  "p" TEXT,
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
