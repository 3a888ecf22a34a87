-- keep trigger g on v · BlocksWrites
DROP TRIGGER "g";
-- alter view v · BlocksWrites
DROP VIEW "v";
-- alter view v · BlocksWrites
CREATE VIEW "v" AS
SELECT id, a FROM t;
-- keep trigger g on v · BlocksWrites
CREATE TRIGGER "g" INSTEAD OF DELETE ON "v"
FOR EACH ROW
BEGIN
DELETE FROM t WHERE id = OLD.id;
END;
