-- no row before: SELECT "code", count(*) AS "rows" FROM (SELECT (lower(a)) AS "code", "id" FROM "t") AS "t" WHERE "code" IS NOT NULL GROUP BY "code" HAVING count(*) > 1;
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a" TEXT,
  "code" TEXT NOT NULL,
  PRIMARY KEY ("id")
);
-- no row: SELECT * FROM "t" WHERE (lower(a)) IS NULL;
INSERT INTO "__schemasync_new_t" ("id", "a", "code") SELECT "id", "a", (lower(a)) FROM "t";
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
CREATE UNIQUE INDEX "t_code" ON "t" ("code")
