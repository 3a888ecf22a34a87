-- add column t.c · BlocksWrites
ALTER TABLE "t" ADD COLUMN "c" TEXT;
