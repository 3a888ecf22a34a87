-- alter column t.a · SSY0406 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  "a" TEXT
);
-- alter column t.a · BlocksWrites
INSERT INTO "__schemasync_new_t" ("id", "a") SELECT "id", "a" FROM "t";
-- check table t · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
-- alter column t.a · BlocksWrites
DELETE FROM sqlite_sequence WHERE name = '__schemasync_new_t';
-- alter column t.a · BlocksWrites
INSERT INTO sqlite_sequence (name, seq) SELECT '__schemasync_new_t', seq FROM sqlite_sequence WHERE name = 't';
-- check table t · BlocksWrites · Scan
-- no row: SELECT a AS "last number before", b AS "last number after" FROM (SELECT (SELECT group_concat(seq) FROM sqlite_sequence WHERE name = 't') AS a, (SELECT group_concat(seq) FROM sqlite_sequence WHERE name = '__schemasync_new_t') AS b) WHERE a IS NOT b;
-- alter column t.a · BlocksWrites
DROP TABLE "t";
-- alter column t.a · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- alter column t.a · BlocksWrites
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
-- alter column t.a · BlocksWrites
PRAGMA legacy_alter_table = OFF;
