-- alter enum type e · BlocksDdl · Alone · lock 3 s · statement 300 s
ALTER TYPE "e" ADD VALUE IF NOT EXISTS 'b' AFTER 'a';
-- add check constraint t.c · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" ADD CONSTRAINT "c" CHECK ((s <> 'b'::e)) NOT VALID;
-- add check constraint t.c · SSY0407 · BlocksDdl · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "t" VALIDATE CONSTRAINT "c";
