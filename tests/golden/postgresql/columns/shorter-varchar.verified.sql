-- before column t.a: no row of SELECT "a" FROM "t" WHERE pg_catalog.length("a"::text) OPERATOR(pg_catalog.>) 3
ALTER TABLE "t" ALTER COLUMN "a" TYPE character varying(3);
