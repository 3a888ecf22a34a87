-- before foreign key c.(p) references p (id): no row of SELECT c.* FROM (SELECT CASE WHEN "p" = CAST("p" AS NUMERIC) THEN CAST("p" AS NUMERIC) ELSE "p" END AS "p" FROM "c") AS c WHERE c."p" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "p" AS p WHERE p."id" = CASE WHEN typeof(c."p") IN ('integer', 'real') THEN CAST(c."p" AS TEXT) ELSE c."p" END)
-- alter column c.p · SSY0406 SSY0402 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_c" (
  "p" INTEGER,
  FOREIGN KEY ("p") REFERENCES "p" ("id")
);
-- alter column c.p · BlocksWrites
INSERT INTO "__schemasync_new_c" ("p", rowid) SELECT "p", rowid FROM "c";
-- check table c · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "c") AS a, (SELECT count(*) FROM "__schemasync_new_c") AS b) WHERE a <> b;
-- alter column c.p · BlocksWrites
DROP TABLE "c";
-- alter column c.p · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- alter column c.p · BlocksWrites
ALTER TABLE "__schemasync_new_c" RENAME TO "c";
-- alter column c.p · BlocksWrites
PRAGMA legacy_alter_table = OFF;
-- check table c · BlocksWrites · Scan
-- no row: SELECT "table", "rowid", "parent" FROM pragma_foreign_key_check('c');
