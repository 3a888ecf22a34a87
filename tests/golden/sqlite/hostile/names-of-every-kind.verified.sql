-- no row before: SELECT * FROM "a b""c" WHERE "größe☃" IS NULL;
-- no row before: SELECT * FROM "a b""c" WHERE NOT ("select" > 0);
CREATE TABLE "ÄB" (
  "x" INT
);
CREATE TABLE "äb" (
  "x" INT,
  "Ä" INT,
  "ä" INT
);
CREATE TABLE "__schemasync_new_a b""c" (
  "select" INT,
  "größe☃" TEXT NOT NULL,
  "a.b" INT,
  "x;y" INT,
  "-- no" INT,
  "'" INT,
  CHECK ("select" > 0)
);
INSERT INTO "__schemasync_new_a b""c" ("select", "größe☃", "a.b", rowid) SELECT "select", "größe☃", "a.b", rowid FROM "a b""c";
-- no row: SELECT a AS "rows before", b AS "rows after" FROM (SELECT (SELECT count(*) FROM "a b""c") AS a, (SELECT count(*) FROM "__schemasync_new_a b""c") AS b) WHERE a <> b;
DROP TABLE "a b""c";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "__schemasync_new_a b""c" RENAME TO "a b""c";
PRAGMA legacy_alter_table = OFF;
CREATE INDEX "i'x" ON "a b""c" ("select", "größe☃");
CREATE VIEW "v v" AS
SELECT "größe☃" FROM "a b""c";
CREATE TRIGGER "t t" AFTER INSERT ON "a b""c"
FOR EACH ROW
BEGIN
UPDATE "a b""c" SET "a.b" = 1;
END
