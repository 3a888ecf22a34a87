-- add column t.b · BlocksWrites
ALTER TABLE "t" ADD COLUMN "b" INTEGER GENERATED ALWAYS AS (a * 2) VIRTUAL;
