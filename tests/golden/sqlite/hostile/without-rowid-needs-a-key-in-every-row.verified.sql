-- no row before: SELECT * FROM "t" WHERE "k" IS NULL;
CREATE TABLE "__schemasync_new_t" (
  "k" TEXT NOT NULL,
  "a" TEXT,
  PRIMARY KEY ("k")
) WITHOUT ROWID;
INSERT INTO "__schemasync_new_t" ("k", "a") SELECT "k", "a" FROM "t";
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF
