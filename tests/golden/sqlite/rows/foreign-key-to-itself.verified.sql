-- before foreign key t.(up) references t (id): no row of SELECT c.* FROM "t" AS c WHERE c."up" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "t" AS p WHERE p."id" = +c."up")
-- add foreign key t.(up) references t (id) · SSY0406 SSY0407 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "up" INTEGER,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("up") REFERENCES "t" ("id")
);
-- add foreign key t.(up) references t (id) · BlocksWrites
INSERT INTO "__schemasync_new_t" ("id", "up") SELECT "id", "up" FROM "t";
-- check table t · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
-- add foreign key t.(up) references t (id) · BlocksWrites
DROP TABLE "t";
-- add foreign key t.(up) references t (id) · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- add foreign key t.(up) references t (id) · BlocksWrites
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
-- add foreign key t.(up) references t (id) · BlocksWrites
PRAGMA legacy_alter_table = OFF;
-- check table t · BlocksWrites · Scan
-- no row: SELECT "table", "rowid", "parent" FROM pragma_foreign_key_check('t');
