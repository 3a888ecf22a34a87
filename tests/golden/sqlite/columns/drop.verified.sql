-- drop column t.b · SSY0402 · BlocksWrites · Rewrite · no way back
ALTER TABLE "t" DROP COLUMN "b";
