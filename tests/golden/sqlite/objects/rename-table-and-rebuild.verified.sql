-- rename table t to s · SSY0408 · BlocksWrites
ALTER TABLE "t" RENAME TO "s";
-- rename column s.a to b · SSY0408 · BlocksWrites
ALTER TABLE "s" RENAME COLUMN "a" TO "b";
-- alter column s.b · SSY0406 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_s" (
  "id" INTEGER,
  "b" TEXT,
  PRIMARY KEY ("id")
);
-- alter column s.b · BlocksWrites
INSERT INTO "__schemasync_new_s" ("id", "b") SELECT "id", "b" FROM "s";
-- check table s · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "s") AS a, (SELECT count(*) FROM "__schemasync_new_s") AS b) WHERE a <> b;
-- alter column s.b · BlocksWrites
DROP TABLE "s";
-- alter column s.b · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- alter column s.b · BlocksWrites
ALTER TABLE "__schemasync_new_s" RENAME TO "s";
-- alter column s.b · BlocksWrites
PRAGMA legacy_alter_table = OFF;
