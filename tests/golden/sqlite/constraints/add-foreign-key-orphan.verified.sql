-- before foreign key t.(p) references p (id): no row of SELECT c.* FROM "t" AS c WHERE c."p" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "p" AS p WHERE p."id" = +c."p")
-- add foreign key t.(p) references p (id) · SSY0406 SSY0407 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "p" INTEGER,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("p") REFERENCES "p" ("id")
);
-- add foreign key t.(p) references p (id) · BlocksWrites
INSERT INTO "__schemasync_new_t" ("id", "p") SELECT "id", "p" FROM "t";
-- check table t · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
-- add foreign key t.(p) references p (id) · BlocksWrites
DROP TABLE "t";
-- add foreign key t.(p) references p (id) · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- add foreign key t.(p) references p (id) · BlocksWrites
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
-- add foreign key t.(p) references p (id) · BlocksWrites
PRAGMA legacy_alter_table = OFF;
-- check table t · BlocksWrites · Scan
-- no row: SELECT "table", "rowid", "parent" FROM pragma_foreign_key_check('t');
