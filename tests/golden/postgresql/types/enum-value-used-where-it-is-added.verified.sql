-- alter enum type e · BlocksDdl · Alone · lock 3 s · statement 300 s
ALTER TYPE "e" ADD VALUE IF NOT EXISTS 'b' AFTER 'a';
-- alter column t.x · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ALTER COLUMN "x" SET DEFAULT 'b'::e;
-- add view v · BlocksReads · lock 3 s · statement 300 s
CREATE VIEW "v" AS
SELECT t.x
   FROM t
  WHERE (t.x = 'b'::e);
