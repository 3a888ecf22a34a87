-- add column t.n · BlocksWrites
ALTER TABLE "t" ADD COLUMN "n" INTEGER NOT NULL DEFAULT 7;
