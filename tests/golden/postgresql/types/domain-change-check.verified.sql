-- rename check constraint d.e to f · BlocksReads · lock 3 s · statement 300 s
ALTER DOMAIN "d" RENAME CONSTRAINT "e" TO "f";
-- alter check constraint d.c · BlocksReads · lock 3 s · statement 300 s
ALTER DOMAIN "d" DROP CONSTRAINT "c";
-- alter domain d · BlocksReads · lock 3 s · statement 300 s
COMMENT ON DOMAIN "d" IS 'what';
-- alter check constraint d.c · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER DOMAIN "d" ADD CONSTRAINT "c" CHECK ((VALUE > 1)) NOT VALID;
-- alter check constraint d.c · SSY0407 · BlocksWrites · Scan · Alone · lock 3 s · statement 86400 s
ALTER DOMAIN "d" VALIDATE CONSTRAINT "c";
-- alter check constraint d.c · BlocksReads · lock 3 s · statement 300 s
COMMENT ON CONSTRAINT "c" ON DOMAIN "d" IS 'why';
