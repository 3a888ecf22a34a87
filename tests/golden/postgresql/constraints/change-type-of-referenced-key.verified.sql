-- alter column p.id · SSY0403 · BlocksReads · Rewrite · lock 3 s · statement 86400 s
ALTER TABLE "p" ALTER COLUMN "id" TYPE bigint;
-- alter column t.p_id · SSY0403 · BlocksReads · Rewrite · lock 3 s · statement 86400 s
ALTER TABLE "t" ALTER COLUMN "p_id" TYPE bigint;
