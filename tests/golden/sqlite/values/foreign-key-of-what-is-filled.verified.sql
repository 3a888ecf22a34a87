-- before foreign key t.(p) references p (id): no row of SELECT c.* FROM (SELECT (a) AS "p", "id" FROM "t") AS c WHERE c."p" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "p" AS p WHERE p."id" = +c."p")
-- rebuild table t for 2 changes · SSY0406 SSY0407 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a" INTEGER,
  "p" INTEGER NOT NULL,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("p") REFERENCES "p" ("id")
);
-- check column t.p · BlocksWrites · Scan
-- no row: SELECT * FROM "t" WHERE (a) IS NULL;
-- rebuild table t for 2 changes · BlocksWrites
INSERT INTO "__schemasync_new_t" ("id", "a", "p") SELECT "id", "a", (a) FROM "t";
-- check table t · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
-- rebuild table t for 2 changes · BlocksWrites
DROP TABLE "t";
-- rebuild table t for 2 changes · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- rebuild table t for 2 changes · BlocksWrites
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
-- rebuild table t for 2 changes · BlocksWrites
PRAGMA legacy_alter_table = OFF;
-- check table t · BlocksWrites · Scan
-- no row: SELECT "table", "rowid", "parent" FROM pragma_foreign_key_check('t');
