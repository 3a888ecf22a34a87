-- before column t.a: no row of SELECT "a" FROM "t" WHERE length("a"::text) > 20
ALTER TABLE "t" ALTER COLUMN "a" TYPE character varying(20);
