-- add column t.n · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "n" integer DEFAULT 7 NOT NULL;
