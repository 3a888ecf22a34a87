-- before foreign key c.(p) references p (id): no row of SELECT c.* FROM "c" AS c WHERE c."p" IS NOT NULL
-- add table p · BlocksWrites
CREATE TABLE "p" (
  "id" INTEGER,
  PRIMARY KEY ("id")
);
-- add foreign key c.(p) references p (id) · SSY0406 SSY0407 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_c" (
  "id" INTEGER,
  "p" INTEGER,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("p") REFERENCES "p" ("id")
);
-- add foreign key c.(p) references p (id) · BlocksWrites
INSERT INTO "__schemasync_new_c" ("id", "p") SELECT "id", "p" FROM "c";
-- check table c · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "c") AS a, (SELECT count(*) FROM "__schemasync_new_c") AS b) WHERE a <> b;
-- add foreign key c.(p) references p (id) · BlocksWrites
DROP TABLE "c";
-- add foreign key c.(p) references p (id) · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- add foreign key c.(p) references p (id) · BlocksWrites
ALTER TABLE "__schemasync_new_c" RENAME TO "c";
-- add foreign key c.(p) references p (id) · BlocksWrites
PRAGMA legacy_alter_table = OFF;
-- check table c · BlocksWrites · Scan
-- no row: SELECT "table", "rowid", "parent" FROM pragma_foreign_key_check('c');
