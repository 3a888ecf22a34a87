-- before column t.n: no row of SELECT * FROM "t"
ALTER TABLE "t" ADD COLUMN "n" integer NOT NULL;
