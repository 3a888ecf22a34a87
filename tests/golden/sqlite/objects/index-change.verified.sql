-- alter index t.i · BlocksWrites
DROP INDEX "i";
-- alter index t.i · BlocksWrites · Scan
CREATE INDEX "i" ON "t" ("a" COLLATE "NOCASE", "b" DESC, ((length(a)))) WHERE b IS NOT NULL;
