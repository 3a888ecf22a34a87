-- no row before: SELECT "c", count(*) AS "rows" FROM (SELECT *, (length(a)) AS "c" FROM (SELECT +"a" AS "a", "id" FROM (SELECT (x'00') AS "a", "id" AS "id" FROM "t"))) AS "t" WHERE "c" IS NOT NULL GROUP BY "c" HAVING count(*) > 1;
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "a" BLOB DEFAULT (x'00'),
  "c" INTEGER GENERATED ALWAYS AS (length(a)) VIRTUAL,
  PRIMARY KEY ("id"),
  UNIQUE ("c")
);
INSERT INTO "__schemasync_new_t" ("id") SELECT "id" FROM "t";
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF
