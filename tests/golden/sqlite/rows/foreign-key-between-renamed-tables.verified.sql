-- before foreign key d.(r) references q (id): no row of WITH "d" AS (SELECT "id", "p" AS "r" FROM main."c"), "q" AS (SELECT "id" FROM main."p") SELECT c.* FROM "d" AS c WHERE c."r" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "q" AS p WHERE p."id" = +c."r")
-- rename table c to d · SSY0408 · BlocksWrites
ALTER TABLE "c" RENAME TO "d";
-- rename table p to q · SSY0408 · BlocksWrites
ALTER TABLE "p" RENAME TO "q";
-- rename column d.p to r · SSY0408 · BlocksWrites
ALTER TABLE "d" RENAME COLUMN "p" TO "r";
-- add foreign key d.(r) references q (id) · SSY0406 SSY0407 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_d" (
  "id" INTEGER,
  "r" INTEGER,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("r") REFERENCES "q" ("id")
);
-- add foreign key d.(r) references q (id) · BlocksWrites
INSERT INTO "__schemasync_new_d" ("id", "r") SELECT "id", "r" FROM "d";
-- check table d · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "d") AS a, (SELECT count(*) FROM "__schemasync_new_d") AS b) WHERE a <> b;
-- add foreign key d.(r) references q (id) · BlocksWrites
DROP TABLE "d";
-- add foreign key d.(r) references q (id) · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- add foreign key d.(r) references q (id) · BlocksWrites
ALTER TABLE "__schemasync_new_d" RENAME TO "d";
-- add foreign key d.(r) references q (id) · BlocksWrites
PRAGMA legacy_alter_table = OFF;
-- check table d · BlocksWrites · Scan
-- no row: SELECT "table", "rowid", "parent" FROM pragma_foreign_key_check('d');
