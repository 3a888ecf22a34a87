-- keep trigger g on log · BlocksWrites
DROP TRIGGER "g";
-- alter view v · BlocksWrites
DROP VIEW "v";
-- keep view w · BlocksWrites
DROP VIEW "w";
-- keep view y · BlocksWrites
DROP VIEW "y";
-- rename column t.a to b · SSY0408 · BlocksWrites
ALTER TABLE "t" RENAME COLUMN "a" TO "b";
-- alter view v · BlocksWrites
CREATE VIEW "v" AS
SELECT id, b AS x FROM t;
-- keep view w · BlocksWrites
CREATE VIEW "w" AS
SELECT x FROM v;
-- keep view y · BlocksWrites
CREATE VIEW "y" AS
SELECT x FROM w;
-- keep trigger g on log · BlocksWrites
CREATE TRIGGER "g" AFTER INSERT ON "log"
FOR EACH ROW
BEGIN
UPDATE log SET x = (SELECT max(x) FROM y);
END;
