-- before unique constraint p.(a, b): no row of SELECT "a", "b", count(*) AS "rows" FROM "p" WHERE "a" IS NOT NULL AND "b" IS NOT NULL GROUP BY "a", "b" HAVING count(*) > 1
-- before foreign key t.(a, b) references p (a, b): no row of SELECT c.* FROM "t" AS c WHERE c."a" IS NOT NULL AND c."b" IS NOT NULL AND (CASE WHEN c."a" = CAST(c."a" AS NUMERIC) THEN CAST(c."a" AS NUMERIC) ELSE c."a" END, CASE typeof(c."b") WHEN 'blob' THEN c."b" ELSE CAST(c."b" AS TEXT) END COLLATE "NOCASE") NOT IN (SELECT CASE WHEN p."a" = CAST(p."a" AS NUMERIC) THEN CAST(p."a" AS NUMERIC) ELSE p."a" END, CASE typeof(p."b") WHEN 'blob' THEN p."b" ELSE CAST(p."b" AS TEXT) END FROM (SELECT "a" AS "a", "b" AS "b" FROM "p") AS p WHERE p."a" IS NOT NULL AND p."b" IS NOT NULL)
-- add unique constraint p.(a, b) · SSY0406 SSY0407 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_p" (
  "a" INTEGER,
  "b" TEXT COLLATE "NOCASE",
  UNIQUE ("a", "b")
);
-- add unique constraint p.(a, b) · BlocksWrites
INSERT INTO "__schemasync_new_p" ("a", "b", rowid) SELECT "a", "b", rowid FROM "p";
-- check table p · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "p") AS a, (SELECT count(*) FROM "__schemasync_new_p") AS b) WHERE a <> b;
-- add unique constraint p.(a, b) · BlocksWrites
DROP TABLE "p";
-- add unique constraint p.(a, b) · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- add unique constraint p.(a, b) · BlocksWrites
ALTER TABLE "__schemasync_new_p" RENAME TO "p";
-- add unique constraint p.(a, b) · BlocksWrites
PRAGMA legacy_alter_table = OFF;
-- add foreign key t.(a, b) references p (a, b) · SSY0406 SSY0407 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "a" INTEGER,
  "b" TEXT,
  FOREIGN KEY ("a", "b") REFERENCES "p" ("a", "b")
);
-- add foreign key t.(a, b) references p (a, b) · BlocksWrites
INSERT INTO "__schemasync_new_t" ("a", "b", rowid) SELECT "a", "b", rowid FROM "t";
-- check table t · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
-- add foreign key t.(a, b) references p (a, b) · BlocksWrites
DROP TABLE "t";
-- add foreign key t.(a, b) references p (a, b) · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- add foreign key t.(a, b) references p (a, b) · BlocksWrites
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
-- add foreign key t.(a, b) references p (a, b) · BlocksWrites
PRAGMA legacy_alter_table = OFF;
-- check table t · BlocksWrites · Scan
-- no row: SELECT "table", "rowid", "parent" FROM pragma_foreign_key_check('t');
