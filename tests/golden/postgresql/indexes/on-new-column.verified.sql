-- add column t.b · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "b" text;
-- add index t.i · BlocksDdl · Scan · None · statement 86400 s
CREATE INDEX CONCURRENTLY "i" ON "t" ("b");
