-- before column t.k: no row of SELECT * FROM "t" WHERE NOT ("k" = CAST(CAST("k" AS NUMERIC) AS INTEGER))
-- before primary key t.primary key: no row of SELECT "k", count(*) AS "rows" FROM (SELECT CASE WHEN "k" = CAST("k" AS NUMERIC) THEN CAST("k" AS NUMERIC) ELSE "k" END AS "k" FROM "t") AS "t" WHERE "k" IS NOT NULL GROUP BY "k" HAVING count(*) > 1
-- alter column t.k · SSY0406 SSY0407 SSY0402 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_t" (
  "k" INTEGER,
  "a" TEXT,
  PRIMARY KEY ("k")
);
-- alter column t.k · BlocksWrites
INSERT INTO "__schemasync_new_t" ("k", "a") SELECT "k", "a" FROM "t";
-- check table t · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
-- alter column t.k · BlocksWrites
DROP TABLE "t";
-- alter column t.k · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- alter column t.k · BlocksWrites
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
-- alter column t.k · BlocksWrites
PRAGMA legacy_alter_table = OFF;
