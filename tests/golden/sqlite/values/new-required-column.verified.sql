-- add column t.code · SSY0406 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "email" TEXT,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("id")
);
-- check column t.code · BlocksWrites · Scan
-- no row: SELECT * FROM "t" WHERE (lower(email)) IS NULL;
-- add column t.code · BlocksWrites
INSERT INTO "__schemasync_new_t" ("id", "email", "code") SELECT "id", "email", (lower(email)) FROM "t";
-- check table t · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
-- add column t.code · BlocksWrites
DROP TABLE "t";
-- add column t.code · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- add column t.code · BlocksWrites
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
-- add column t.code · BlocksWrites
PRAGMA legacy_alter_table = OFF;
