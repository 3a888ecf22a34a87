-- no row before: SELECT * FROM (SELECT (a || '!') AS "b", "id" FROM "t") AS "t" WHERE NOT ("b" = CAST(CAST("b" AS NUMERIC) AS INTEGER));
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a" ANY,
  "b" INTEGER GENERATED ALWAYS AS (a || '!') STORED,
  PRIMARY KEY ("id")
) STRICT;
INSERT INTO "__schemasync_new_t" ("id", "a") SELECT "id", "a" FROM "t";
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF
