-- alter index t.i · SSY0409 · BlocksWrites
DROP INDEX "i";
-- alter index t.i · BlocksWrites · Scan
CREATE INDEX "i" ON "t" ("a");
