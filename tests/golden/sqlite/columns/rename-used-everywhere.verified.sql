-- alter trigger g on t · BlocksWrites
DROP TRIGGER "g";
-- alter view v · BlocksWrites
DROP VIEW "v";
-- rename column t.a to b · SSY0408 · BlocksWrites
ALTER TABLE "t" RENAME COLUMN "a" TO "b";
-- alter view v · BlocksWrites
CREATE VIEW "v" AS
SELECT b FROM t;
-- alter trigger g on t · BlocksWrites
CREATE TRIGGER "g" AFTER UPDATE OF "b" ON "t"
FOR EACH ROW
BEGIN
UPDATE u SET ta = NEW.b;
END;
