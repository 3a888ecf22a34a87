-- add column t.c · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "c" text;
