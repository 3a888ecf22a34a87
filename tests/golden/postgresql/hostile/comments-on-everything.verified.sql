-- alter composite type c · BlocksReads · lock 3 s · statement 300 s
COMMENT ON TYPE "c" IS 'c';
-- alter domain d · BlocksReads · lock 3 s · statement 300 s
COMMENT ON DOMAIN "d" IS 'a
''b''';
-- alter sequence s · BlocksReads · lock 3 s · statement 300 s
COMMENT ON SEQUENCE "s" IS E'\\';
-- alter primary key t.k · BlocksReads · lock 3 s · statement 300 s
COMMENT ON CONSTRAINT "k" ON "t" IS 'k';
-- alter check constraint t.h · BlocksReads · lock 3 s · statement 300 s
COMMENT ON CONSTRAINT "h" ON "t" IS '--';
-- alter index t.i · BlocksReads · lock 3 s · statement 300 s
COMMENT ON INDEX "i" IS '/*';
-- alter check constraint d.dc · BlocksReads · lock 3 s · statement 300 s
COMMENT ON CONSTRAINT "dc" ON DOMAIN "d" IS 'dc';
-- alter materialized view m · BlocksReads · lock 3 s · statement 300 s
COMMENT ON COLUMN "m"."a" IS '🐘';
-- alter materialized view m · BlocksReads · lock 3 s · statement 300 s
COMMENT ON MATERIALIZED VIEW "m" IS 'é';
-- alter procedure p() · BlocksReads · lock 3 s · statement 300 s
COMMENT ON PROCEDURE "p"() IS 'p';
-- alter trigger r on t · BlocksReads · lock 3 s · statement 300 s
COMMENT ON TRIGGER "r" ON "t" IS 'r';
-- alter view v · BlocksReads · lock 3 s · statement 300 s
COMMENT ON VIEW "v" IS '$$';
