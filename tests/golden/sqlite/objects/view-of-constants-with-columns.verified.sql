-- alter view vv · BlocksWrites
DROP VIEW "vv";
-- add column t.c · BlocksWrites
ALTER TABLE "t" ADD COLUMN "c" TEXT;
-- alter view vv · BlocksWrites
CREATE VIEW "vv" ("a", "b") AS
VALUES (1, 2), (3, 4);
