CREATE TABLE "__schemasync_new_p" (
  "id" INTEGER,
  "a" TEXT,
  PRIMARY KEY ("id")
);
INSERT INTO "__schemasync_new_p" ("id", "a") SELECT "id", "a" FROM "p";
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "p") AS a, (SELECT count(*) FROM "__schemasync_new_p") AS b) WHERE a <> b;
DROP TABLE "p";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "__schemasync_new_p" RENAME TO "p";
PRAGMA legacy_alter_table = OFF
