-- add column t.r · SSY0403 · BlocksReads · Rewrite · lock 3 s · statement 86400 s
ALTER TABLE "t" ADD COLUMN "r" double precision DEFAULT (random()) NOT NULL;
