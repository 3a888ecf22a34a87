-- add sequence S s · lock 3 s · statement 300 s
CREATE SEQUENCE "S s";
-- alter column t.a · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ALTER COLUMN "a" SET DEFAULT nextval('"S s"'::regclass);
-- drop sequence s · SSY0402 · BlocksReads · lock 3 s · statement 300 s
DROP SEQUENCE "s";
