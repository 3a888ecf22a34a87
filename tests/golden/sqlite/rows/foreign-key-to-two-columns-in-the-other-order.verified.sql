-- before foreign key c.(x, y) references p (a, b): no row of SELECT c.* FROM "c" AS c WHERE c."x" IS NOT NULL AND c."y" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "p" AS p WHERE p."a" = +c."x" AND p."b" = +c."y")
-- add foreign key c.(x, y) references p (a, b) · SSY0406 SSY0407 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_c" (
  "x" INTEGER,
  "y" INTEGER,
  FOREIGN KEY ("x", "y") REFERENCES "p" ("a", "b")
);
-- add foreign key c.(x, y) references p (a, b) · BlocksWrites
INSERT INTO "__schemasync_new_c" ("x", "y", rowid) SELECT "x", "y", rowid FROM "c";
-- check table c · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "c") AS a, (SELECT count(*) FROM "__schemasync_new_c") AS b) WHERE a <> b;
-- add foreign key c.(x, y) references p (a, b) · BlocksWrites
DROP TABLE "c";
-- add foreign key c.(x, y) references p (a, b) · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- add foreign key c.(x, y) references p (a, b) · BlocksWrites
ALTER TABLE "__schemasync_new_c" RENAME TO "c";
-- add foreign key c.(x, y) references p (a, b) · BlocksWrites
PRAGMA legacy_alter_table = OFF;
-- check table c · BlocksWrites · Scan
-- no row: SELECT "table", "rowid", "parent" FROM pragma_foreign_key_check('c');
