-- alter trigger g on t · BlocksWrites
DROP TRIGGER "g";
-- alter trigger g on t · BlocksWrites
CREATE TRIGGER "g" AFTER UPDATE OF "a" ON "t"
FOR EACH ROW
BEGIN
SELECT 2;
END;
