-- alter column t.v · SSY0406 SSY0402 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "v" INTEGER NOT NULL,
  "w" INT,
  PRIMARY KEY ("id")
);
-- check column t.v · BlocksWrites · Scan
-- no row: SELECT * FROM "t" WHERE (CAST(substr(v, -2) AS INTEGER)) IS NULL;
-- alter column t.v · BlocksWrites
INSERT INTO "__schemasync_new_t" ("id", "v", "w") SELECT "id", (CAST(substr(v, -2) AS INTEGER)), "w" FROM "t";
-- check table t · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
-- alter column t.v · BlocksWrites
DROP TABLE "t";
-- alter column t.v · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- alter column t.v · BlocksWrites
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
-- alter column t.v · BlocksWrites
PRAGMA legacy_alter_table = OFF;
