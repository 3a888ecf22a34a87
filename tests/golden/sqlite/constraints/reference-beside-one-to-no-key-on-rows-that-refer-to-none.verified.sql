-- before foreign key t.(a) references q (id): no row of SELECT c.* FROM "t" AS c WHERE c."a" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "q" AS p WHERE p."id" = +c."a")
-- add foreign key t.(a) references q (id) · SSY0406 SSY0407 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a" INTEGER,
  "b" INTEGER,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("a") REFERENCES "q" ("id"),
  FOREIGN KEY ("b") REFERENCES "p" ("id")
);
-- add foreign key t.(a) references q (id) · BlocksWrites
INSERT INTO "__schemasync_new_t" ("id", "a", "b") SELECT "id", "a", "b" FROM "t";
-- check table t · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
-- add foreign key t.(a) references q (id) · BlocksWrites
DROP TABLE "t";
-- add foreign key t.(a) references q (id) · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- add foreign key t.(a) references q (id) · BlocksWrites
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
-- add foreign key t.(a) references q (id) · BlocksWrites
PRAGMA legacy_alter_table = OFF;
-- check table t · BlocksWrites · Scan
-- no row: SELECT c.* FROM "t" AS c WHERE c."a" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "q" AS p WHERE p."id" = +c."a");
