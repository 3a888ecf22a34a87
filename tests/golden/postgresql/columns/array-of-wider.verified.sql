-- alter column t.a · SSY0403 · BlocksReads · Rewrite · lock 3 s · statement 86400 s
ALTER TABLE "t" ALTER COLUMN "a" TYPE bigint[] USING "a"::bigint[];
