-- before column t.n: no row of SELECT * FROM "t"
-- add column t.n · SSY0407 · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "n" integer NOT NULL;
