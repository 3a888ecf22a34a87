-- add column t.b · BlocksWrites
ALTER TABLE "t" ADD COLUMN "b" TEXT;
