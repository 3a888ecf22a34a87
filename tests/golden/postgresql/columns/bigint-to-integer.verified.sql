-- before column t.a: no row of SELECT "a" FROM "t" WHERE "a" OPERATOR(pg_catalog.<) -2147483648 OR "a" OPERATOR(pg_catalog.>) 2147483647
-- alter column t.a · SSY0403 SSY0407 · BlocksReads · Rewrite · lock 3 s · statement 86400 s
ALTER TABLE "t" ALTER COLUMN "a" TYPE integer;
