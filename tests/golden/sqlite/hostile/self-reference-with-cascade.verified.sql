-- before check constraint t.(up <> 99): no row of SELECT * FROM "t" WHERE NOT (up <> 99)
-- add check constraint t.(up <> 99) · SSY0406 SSY0407 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "up" INTEGER,
  PRIMARY KEY ("id"),
  CHECK (up <> 99),
  FOREIGN KEY ("up") REFERENCES "t" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- add check constraint t.(up <> 99) · BlocksWrites
INSERT INTO "__schemasync_new_t" ("id", "up") SELECT "id", "up" FROM "t";
-- check table t · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
-- add check constraint t.(up <> 99) · BlocksWrites
DROP TABLE "t";
-- add check constraint t.(up <> 99) · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- add check constraint t.(up <> 99) · BlocksWrites
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
-- add check constraint t.(up <> 99) · BlocksWrites
PRAGMA legacy_alter_table = OFF;
