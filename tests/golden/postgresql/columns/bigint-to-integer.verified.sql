-- before column t.a: no row of SELECT "a" FROM "t" WHERE "a" OPERATOR(pg_catalog.<) -2147483648 OR "a" OPERATOR(pg_catalog.>) 2147483647
ALTER TABLE "t" ALTER COLUMN "a" TYPE integer;
