-- drop check constraint t.positive · SSY0409 · BlocksWrites
ALTER TABLE "t" DROP CONSTRAINT "positive";
