-- no row before: SELECT * FROM "t" WHERE NOT (a <> 3);
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  "a" INTEGER,
  CHECK (a <> 3)
);
INSERT INTO "__schemasync_new_t" ("id", "a") SELECT "id", "a" FROM "t";
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
DELETE FROM sqlite_sequence WHERE name = '__schemasync_new_t';
INSERT INTO sqlite_sequence (name, seq) SELECT '__schemasync_new_t', seq FROM sqlite_sequence WHERE name = 't';
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF
