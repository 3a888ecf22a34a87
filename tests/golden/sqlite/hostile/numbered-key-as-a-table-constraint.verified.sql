-- before check constraint t.(a <> 3): no row of SELECT * FROM "t" WHERE NOT (a <> 3)
-- add check constraint t.(a <> 3) · SSY0406 SSY0407 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  "a" INTEGER,
  CHECK (a <> 3)
);
-- add check constraint t.(a <> 3) · BlocksWrites
INSERT INTO "__schemasync_new_t" ("id", "a") SELECT "id", "a" FROM "t";
-- check table t · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
-- add check constraint t.(a <> 3) · BlocksWrites
DELETE FROM sqlite_sequence WHERE name = '__schemasync_new_t';
-- add check constraint t.(a <> 3) · BlocksWrites
INSERT INTO sqlite_sequence (name, seq) SELECT '__schemasync_new_t', seq FROM sqlite_sequence WHERE name = 't';
-- check table t · BlocksWrites · Scan
-- no row: SELECT a AS "last number before", b AS "last number after" FROM (SELECT (SELECT group_concat(seq) FROM sqlite_sequence WHERE name = 't') AS a, (SELECT group_concat(seq) FROM sqlite_sequence WHERE name = '__schemasync_new_t') AS b) WHERE a IS NOT b;
-- add check constraint t.(a <> 3) · BlocksWrites
DROP TABLE "t";
-- add check constraint t.(a <> 3) · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- add check constraint t.(a <> 3) · BlocksWrites
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
-- add check constraint t.(a <> 3) · BlocksWrites
PRAGMA legacy_alter_table = OFF;
