CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "name" TEXT NOT NULL,
  PRIMARY KEY ("id")
);
-- no row: SELECT * FROM "t" WHERE (concat_ws(' ', first, last)) IS NULL;
INSERT INTO "__schemasync_new_t" ("id", "name") SELECT "id", (concat_ws(' ', first, last)) FROM "t";
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF
