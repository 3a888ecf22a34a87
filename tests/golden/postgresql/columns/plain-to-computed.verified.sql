-- alter column t.b · SSY0402 · BlocksReads · lock 3 s · statement 300 s · no way back
ALTER TABLE "t" DROP COLUMN "b";
-- alter column t.b · SSY0403 · BlocksReads · Rewrite · lock 3 s · statement 86400 s
ALTER TABLE "t" ADD COLUMN "b" integer GENERATED ALWAYS AS ((a * 2)) STORED;
