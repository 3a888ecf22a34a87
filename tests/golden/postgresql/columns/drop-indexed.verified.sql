-- drop index t.i · BlocksReads · lock 3 s · statement 300 s
DROP INDEX "i";
-- drop index t.j · BlocksReads · lock 3 s · statement 300 s
DROP INDEX "j";
-- drop column t.b · SSY0402 · BlocksReads · lock 3 s · statement 300 s · no way back
ALTER TABLE "t" DROP COLUMN "b";
