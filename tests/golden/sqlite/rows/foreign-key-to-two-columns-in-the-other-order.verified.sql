-- no row before: SELECT c.* FROM "c" AS c WHERE c."x" IS NOT NULL AND c."y" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "p" AS p WHERE p."a" = +c."x" AND p."b" = +c."y");
CREATE TABLE "__schemasync_new_c" (
  "x" INTEGER,
  "y" INTEGER,
  FOREIGN KEY ("x", "y") REFERENCES "p" ("a", "b")
);
INSERT INTO "__schemasync_new_c" ("x", "y", rowid) SELECT "x", "y", rowid FROM "c";
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "c") AS a, (SELECT count(*) FROM "__schemasync_new_c") AS b) WHERE a <> b;
DROP TABLE "c";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "__schemasync_new_c" RENAME TO "c";
PRAGMA legacy_alter_table = OFF;
-- no row: SELECT "table", "rowid", "parent" FROM pragma_foreign_key_check('c')
