-- before column t.a: no row of SELECT "a" FROM "t" WHERE pg_catalog.length("a"::text) OPERATOR(pg_catalog.>) 20
ALTER TABLE "t" ALTER COLUMN "a" TYPE character varying(20);
