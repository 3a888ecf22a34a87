-- alter composite type c · BlocksReads · lock 3 s · statement 300 s
DROP TYPE "c";
-- alter composite type c · lock 3 s · statement 300 s
CREATE TYPE "c" AS ("b" text, "a" integer);
-- add composite type n · lock 3 s · statement 300 s
CREATE TYPE "n" AS ("z" integer);
-- add composite type n · lock 3 s · statement 300 s
COMMENT ON COLUMN "n"."z" IS 'zed';
-- alter composite type c · BlocksReads · lock 3 s · statement 300 s
COMMENT ON TYPE "c" IS 'pair';
-- alter composite type c · BlocksReads · lock 3 s · statement 300 s
COMMENT ON COLUMN "c"."a" IS 'it''s';
