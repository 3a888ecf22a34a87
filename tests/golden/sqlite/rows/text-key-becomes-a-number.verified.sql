-- no row before: SELECT * FROM "t" WHERE NOT ("k" = CAST(CAST("k" AS NUMERIC) AS INTEGER));
-- no row before: SELECT "k", count(*) AS "rows" FROM (SELECT CASE WHEN "k" = CAST("k" AS NUMERIC) THEN CAST("k" AS NUMERIC) ELSE "k" END AS "k" FROM "t") AS "t" WHERE "k" IS NOT NULL GROUP BY "k" HAVING count(*) > 1;
CREATE TABLE "__schemasync_new_t" (
  "k" INTEGER,
  "a" TEXT,
  PRIMARY KEY ("k")
);
INSERT INTO "__schemasync_new_t" ("k", "a") SELECT "k", "a" FROM "t";
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF
