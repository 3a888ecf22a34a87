-- alter column p.a · SSY0406 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_p" (
  "id" INTEGER,
  "a" TEXT,
  PRIMARY KEY ("id")
);
-- alter column p.a · BlocksWrites
INSERT INTO "__schemasync_new_p" ("id", "a") SELECT "id", "a" FROM "p";
-- check table p · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "p") AS a, (SELECT count(*) FROM "__schemasync_new_p") AS b) WHERE a <> b;
-- alter column p.a · BlocksWrites
DROP TABLE "p";
-- alter column p.a · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- alter column p.a · BlocksWrites
ALTER TABLE "__schemasync_new_p" RENAME TO "p";
-- alter column p.a · BlocksWrites
PRAGMA legacy_alter_table = OFF;
