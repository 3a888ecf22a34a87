-- no row before: SELECT * FROM "t" WHERE typeof("a") = 'blob';
-- no row before: SELECT * FROM (SELECT *, (length(a)) AS "b" FROM (SELECT CAST("a" AS TEXT) AS "a", "id" FROM (SELECT CASE typeof("a") WHEN 'blob' THEN "a" ELSE CAST("a" AS TEXT) END AS "a", "id" AS "id" FROM "t") WHERE "a" IS CAST("a" AS TEXT))) AS "t" WHERE NOT ("b" = CAST(CAST("b" AS NUMERIC) AS INTEGER));
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a" TEXT,
  "b" INTEGER GENERATED ALWAYS AS (length(a)) STORED,
  "c" TEXT,
  PRIMARY KEY ("id")
) STRICT;
INSERT INTO "__schemasync_new_t" ("id", "a") SELECT "id", "a" FROM "t";
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF
