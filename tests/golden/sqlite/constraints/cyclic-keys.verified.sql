-- add table b · BlocksWrites
CREATE TABLE "b" (
  "id" INTEGER,
  "a" INTEGER,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("a") REFERENCES "a" ("id")
);
-- add table s · BlocksWrites
CREATE TABLE "s" (
  "id" INTEGER,
  "up" INTEGER,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("up") REFERENCES "s" ("id")
);
-- rebuild table a for 2 changes · SSY0406 SSY0407 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_a" (
  "id" INTEGER,
  "b" INTEGER,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("b") REFERENCES "b" ("id")
);
-- rebuild table a for 2 changes · BlocksWrites
INSERT INTO "__schemasync_new_a" ("id") SELECT "id" FROM "a";
-- check table a · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "a") AS a, (SELECT count(*) FROM "__schemasync_new_a") AS b) WHERE a <> b;
-- rebuild table a for 2 changes · BlocksWrites
DROP TABLE "a";
-- rebuild table a for 2 changes · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- rebuild table a for 2 changes · BlocksWrites
ALTER TABLE "__schemasync_new_a" RENAME TO "a";
-- rebuild table a for 2 changes · BlocksWrites
PRAGMA legacy_alter_table = OFF;
-- check table a · BlocksWrites · Scan
-- no row: SELECT "table", "rowid", "parent" FROM pragma_foreign_key_check('a');
