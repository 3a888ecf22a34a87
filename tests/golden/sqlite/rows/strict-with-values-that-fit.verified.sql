-- no row before: SELECT * FROM "t" WHERE NOT ("a" = CAST(CAST("a" AS NUMERIC) AS INTEGER));
-- no row before: SELECT * FROM "t" WHERE NOT ("b" = CAST("b" AS NUMERIC));
-- no row before: SELECT * FROM "t" WHERE typeof("c") = 'blob';
-- no row before: SELECT * FROM "t" WHERE typeof("d") NOT IN ('null', 'blob');
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a" INT,
  "b" REAL,
  "c" TEXT,
  "d" BLOB,
  "e" ANY,
  PRIMARY KEY ("id")
) STRICT;
INSERT INTO "__schemasync_new_t" ("id", "a", "b", "c", "d", "e") SELECT "id", "a", "b", "c", "d", "e" FROM "t";
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF
