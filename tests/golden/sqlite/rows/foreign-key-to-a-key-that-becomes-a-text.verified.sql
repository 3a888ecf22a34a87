-- no row before: SELECT "id", count(*) AS "rows" FROM "p" WHERE "id" IS NOT NULL GROUP BY "id" HAVING count(*) > 1;
-- no row before: SELECT c.* FROM "t" AS c WHERE c."a" IS NOT NULL AND CASE typeof(c."a") WHEN 'blob' THEN c."a" ELSE CAST(c."a" AS TEXT) END NOT IN (SELECT CASE typeof(p."id") WHEN 'blob' THEN p."id" ELSE CAST(p."id" AS TEXT) END FROM (SELECT "id" AS "id" FROM "p") AS p WHERE p."id" IS NOT NULL);
CREATE TABLE "__schemasync_new_p" (
  "id" TEXT,
  PRIMARY KEY ("id")
);
INSERT INTO "__schemasync_new_p" ("id", rowid) SELECT "id", rowid FROM "p";
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "p") AS a, (SELECT count(*) FROM "__schemasync_new_p") AS b) WHERE a <> b;
DROP TABLE "p";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "__schemasync_new_p" RENAME TO "p";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a",
  PRIMARY KEY ("id"),
  FOREIGN KEY ("a") REFERENCES "p" ("id") ON DELETE CASCADE
);
INSERT INTO "__schemasync_new_t" ("id", "a") SELECT "id", "a" FROM "t";
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- no row: SELECT "table", "rowid", "parent" FROM pragma_foreign_key_check('t')
