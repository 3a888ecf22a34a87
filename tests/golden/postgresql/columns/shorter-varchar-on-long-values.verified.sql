-- before column t.a: no row of SELECT "a" FROM "t" WHERE pg_catalog.length("a"::text) OPERATOR(pg_catalog.>) 3
-- alter column t.a · SSY0403 SSY0407 · BlocksReads · Rewrite · lock 3 s · statement 86400 s
ALTER TABLE "t" ALTER COLUMN "a" TYPE character varying(3);
