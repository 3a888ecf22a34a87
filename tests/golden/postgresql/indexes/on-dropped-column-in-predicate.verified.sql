-- alter index t.j · BlocksReads · lock 3 s · statement 300 s
DROP INDEX "j";
-- drop column t.a · SSY0402 · BlocksReads · lock 3 s · statement 300 s · no way back
ALTER TABLE "t" DROP COLUMN "a";
-- alter index t.j · BlocksDdl · Scan · None · statement 86400 s
CREATE INDEX CONCURRENTLY "j" ON "t" ("b");
