-- the plan: SSY0303
-- alter column t.b · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" DROP COLUMN "b";
-- drop column t.a · SSY0402 · BlocksReads · lock 3 s · statement 300 s · no way back
ALTER TABLE "t" DROP COLUMN "a";
-- add column t.c · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "c" integer DEFAULT 4;
-- alter column t.b · SSY0403 · BlocksReads · Rewrite · lock 3 s · statement 86400 s
ALTER TABLE "t" ADD COLUMN "b" integer GENERATED ALWAYS AS ((c + 1)) STORED;
