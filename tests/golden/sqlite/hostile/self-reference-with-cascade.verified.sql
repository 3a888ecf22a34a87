-- no row before: SELECT * FROM "t" WHERE NOT (up <> 99);
CREATE TABLE "__schemasync_new_t" (
  "id" INTEGER,
  "up" INTEGER,
  PRIMARY KEY ("id"),
  CHECK (up <> 99),
  FOREIGN KEY ("up") REFERENCES "t" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "__schemasync_new_t" ("id", "up") SELECT "id", "up" FROM "t";
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "t") AS a, (SELECT count(*) FROM "__schemasync_new_t") AS b) WHERE a <> b;
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "__schemasync_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF
