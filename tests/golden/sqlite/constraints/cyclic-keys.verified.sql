CREATE TABLE "b" (
  "id" INTEGER,
  "a" INTEGER,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("a") REFERENCES "a" ("id")
);
CREATE TABLE "s" (
  "id" INTEGER,
  "up" INTEGER,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("up") REFERENCES "s" ("id")
);
CREATE TABLE "__schemasync_new_a" (
  "id" INTEGER,
  "b" INTEGER,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("b") REFERENCES "b" ("id")
);
INSERT INTO "__schemasync_new_a" ("id") SELECT "id" FROM "a";
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "a") AS a, (SELECT count(*) FROM "__schemasync_new_a") AS b) WHERE a <> b;
DROP TABLE "a";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "__schemasync_new_a" RENAME TO "a";
PRAGMA legacy_alter_table = OFF;
-- no row: SELECT "table", "rowid", "parent" FROM pragma_foreign_key_check('a')
