-- alter composite type c · BlocksReads · lock 3 s · statement 300 s
COMMENT ON COLUMN "c"."a" IS 'uno';
-- alter composite type c · BlocksReads · lock 3 s · statement 300 s
COMMENT ON COLUMN "c"."b" IS 'due';
-- alter composite type c · BlocksReads · lock 3 s · statement 300 s
COMMENT ON COLUMN "c"."d" IS NULL;
-- alter composite type c · BlocksReads · lock 3 s · statement 300 s
ALTER TYPE "c" ADD ATTRIBUTE "e" text;
-- alter composite type c · BlocksReads · lock 3 s · statement 300 s
COMMENT ON COLUMN "c"."e" IS 'new';
