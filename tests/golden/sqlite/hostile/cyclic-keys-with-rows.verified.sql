-- no row before: SELECT * FROM "a" WHERE "b" IS NULL;
-- no row before: SELECT * FROM "b" WHERE "a" IS NULL;
-- no row before: SELECT c.* FROM "a" AS c WHERE c."b" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "b" AS p WHERE p."id" = +c."b");
-- no row before: SELECT c.* FROM "b" AS c WHERE c."a" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "a" AS p WHERE p."id" = +c."a");
CREATE TABLE "__schemasync_new_a" (
  "id" INTEGER,
  "b" INTEGER NOT NULL,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("b") REFERENCES "b" ("id") ON DELETE CASCADE
);
INSERT INTO "__schemasync_new_a" ("id", "b") SELECT "id", "b" FROM "a";
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "a") AS a, (SELECT count(*) FROM "__schemasync_new_a") AS b) WHERE a <> b;
DROP TABLE "a";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "__schemasync_new_a" RENAME TO "a";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE "__schemasync_new_b" (
  "id" INTEGER,
  "a" INTEGER NOT NULL,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("a") REFERENCES "a" ("id") DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "__schemasync_new_b" ("id", "a") SELECT "id", "a" FROM "b";
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "b") AS a, (SELECT count(*) FROM "__schemasync_new_b") AS b) WHERE a <> b;
DROP TABLE "b";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "__schemasync_new_b" RENAME TO "b";
PRAGMA legacy_alter_table = OFF;
-- no row: SELECT "table", "rowid", "parent" FROM pragma_foreign_key_check('a');
-- no row: SELECT "table", "rowid", "parent" FROM pragma_foreign_key_check('b')
