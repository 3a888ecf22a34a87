-- alter sequence s · BlocksReads · lock 3 s · statement 300 s
ALTER SEQUENCE "s" OWNED BY NONE;
-- drop column t.a · SSY0402 · BlocksReads · lock 3 s · statement 300 s · no way back
ALTER TABLE "t" DROP COLUMN "a";
