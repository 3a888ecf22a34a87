CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "v" INTEGER NOT NULL,
  "w" INT,
  PRIMARY KEY ("id")
);
-- no row: SELECT * FROM "t" WHERE (CAST(substr(v, -2) AS INTEGER)) IS NULL;
INSERT INTO "__schemasync_new_t" ("id", "v", "w") SELECT "id", (CAST(substr(v, -2) AS INTEGER)), "w" FROM "t";
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF
