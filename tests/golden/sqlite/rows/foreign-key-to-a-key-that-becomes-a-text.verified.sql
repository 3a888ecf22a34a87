-- before primary key p.primary key: no row of SELECT "id", count(*) AS "rows" FROM "p" WHERE "id" IS NOT NULL GROUP BY "id" HAVING count(*) > 1
-- before foreign key t.(a) references p (id): no row of SELECT c.* FROM "t" AS c WHERE c."a" IS NOT NULL AND CASE typeof(c."a") WHEN 'blob' THEN c."a" ELSE CAST(c."a" AS TEXT) END NOT IN (SELECT CASE typeof(p."id") WHEN 'blob' THEN p."id" ELSE CAST(p."id" AS TEXT) END FROM (SELECT "id" AS "id" FROM "p") AS p WHERE p."id" IS NOT NULL)
-- alter column p.id · SSY0406 SSY0407 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_p" (
  "id" TEXT,
  PRIMARY KEY ("id")
);
-- alter column p.id · BlocksWrites
INSERT INTO "__schemasync_new_p" ("id", rowid) SELECT "id", rowid FROM "p";
-- check table p · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "p") AS a, (SELECT count(*) FROM "__schemasync_new_p") AS b) WHERE a <> b;
-- alter column p.id · BlocksWrites
DROP TABLE "p";
-- alter column p.id · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- alter column p.id · BlocksWrites
ALTER TABLE "__schemasync_new_p" RENAME TO "p";
-- alter column p.id · BlocksWrites
PRAGMA legacy_alter_table = OFF;
-- rebuild table t for 2 changes · SSY0406 SSY0409 SSY0410 SSY0407 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a",
  PRIMARY KEY ("id"),
  FOREIGN KEY ("a") REFERENCES "p" ("id") ON DELETE CASCADE
);
-- rebuild table t for 2 changes · BlocksWrites
INSERT INTO "__schemasync_new_t" ("id", "a") SELECT "id", "a" FROM "t";
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
