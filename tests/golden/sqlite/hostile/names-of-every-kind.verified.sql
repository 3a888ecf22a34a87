-- before column "a b""c".größe☃: no row of SELECT * FROM "a b""c" WHERE "größe☃" IS NULL
-- before check constraint "a b""c".("select" > 0): no row of SELECT * FROM "a b""c" WHERE NOT ("select" > 0)
-- add table ÄB · BlocksWrites
CREATE TABLE "ÄB" (
  "x" INT
);
-- add table äb · BlocksWrites
CREATE TABLE "äb" (
  "x" INT,
  "Ä" INT,
  "ä" INT
);
-- rebuild table "a b""c" for 6 changes · SSY0406 SSY0407 · BlocksWrites · Rewrite
CREATE TABLE "__schemasync_new_a b""c" (
  "select" INT,
  "größe☃" TEXT NOT NULL,
  "a.b" INT,
  "x;y" INT,
  "-- no" INT,
  "'" INT,
  CHECK ("select" > 0)
);
-- rebuild table "a b""c" for 6 changes · BlocksWrites
INSERT INTO "__schemasync_new_a b""c" ("select", "größe☃", "a.b", rowid) SELECT "select", "größe☃", "a.b", rowid FROM "a b""c";
-- check table "a b""c" · BlocksWrites · Scan
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "a b""c") AS a, (SELECT count(*) FROM "__schemasync_new_a b""c") AS b) WHERE a <> b;
-- rebuild table "a b""c" for 6 changes · BlocksWrites
DROP TABLE "a b""c";
-- rebuild table "a b""c" for 6 changes · BlocksWrites
PRAGMA legacy_alter_table = ON;
-- rebuild table "a b""c" for 6 changes · BlocksWrites
ALTER TABLE "__schemasync_new_a b""c" RENAME TO "a b""c";
-- rebuild table "a b""c" for 6 changes · BlocksWrites
PRAGMA legacy_alter_table = OFF;
-- add index "a b""c".i'x · BlocksWrites · Scan
CREATE INDEX "i'x" ON "a b""c" ("select", "größe☃");
-- add view v v · BlocksWrites
CREATE VIEW "v v" AS
SELECT "größe☃" FROM "a b""c";
-- add trigger t t on "a b""c" · BlocksWrites
CREATE TRIGGER "t t" AFTER INSERT ON "a b""c"
FOR EACH ROW
BEGIN
UPDATE "a b""c" SET "a.b" = 1;
END;
