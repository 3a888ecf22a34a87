-- before column a.b: no row of SELECT * FROM "a" WHERE "b" IS NULL
-- before column b.a: no row of SELECT * FROM "b" WHERE "a" IS NULL
-- before foreign key a.(b) references b (id): no row of SELECT c.* FROM "a" AS c WHERE c."b" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "b" AS p WHERE p."id" = +c."b")
-- before foreign key b.(a) references a (id): no row of SELECT c.* FROM "b" AS c WHERE c."a" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "a" AS p WHERE p."id" = +c."a")
-- rebuild table a for 3 changes · SSY0406 SSY0407 SSY0409 SSY0410 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_a" (
  "id" INTEGER,
  "b" INTEGER NOT NULL,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("b") REFERENCES "b" ("id") ON DELETE CASCADE
);
-- rebuild table a for 3 changes · BlocksWrites
INSERT INTO "__schemasync_new_a" ("id", "b") SELECT "id", "b" FROM "a";
-- check table a · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "a") AS a, (SELECT count(*) FROM "__schemasync_new_a") AS b) WHERE a <> b;
-- rebuild table a for 3 changes · BlocksWrites
DROP TABLE "a";
-- rebuild table a for 3 changes · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- rebuild table a for 3 changes · BlocksWrites
ALTER TABLE "__schemasync_new_a" RENAME TO "a";
-- rebuild table a for 3 changes · BlocksWrites
PRAGMA legacy_alter_table = OFF;
-- rebuild table b for 3 changes · SSY0406 SSY0407 SSY0409 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_b" (
  "id" INTEGER,
  "a" INTEGER NOT NULL,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("a") REFERENCES "a" ("id") DEFERRABLE INITIALLY DEFERRED
);
-- rebuild table b for 3 changes · BlocksWrites
INSERT INTO "__schemasync_new_b" ("id", "a") SELECT "id", "a" FROM "b";
-- check table b · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "b") AS a, (SELECT count(*) FROM "__schemasync_new_b") AS b) WHERE a <> b;
-- rebuild table b for 3 changes · BlocksWrites
DROP TABLE "b";
-- rebuild table b for 3 changes · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- rebuild table b for 3 changes · BlocksWrites
ALTER TABLE "__schemasync_new_b" RENAME TO "b";
-- rebuild table b for 3 changes · BlocksWrites
PRAGMA legacy_alter_table = OFF;
-- check table a · BlocksWrites · Scan
-- no row: SELECT "table", "rowid", "parent" FROM pragma_foreign_key_check('a');
-- check table b · BlocksWrites · Scan
-- no row: SELECT "table", "rowid", "parent" FROM pragma_foreign_key_check('b');
