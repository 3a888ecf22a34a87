-- alter table t · BlocksReads · lock 3 s · statement 300 s
COMMENT ON TABLE "t" IS NULL;
-- alter column t.a · BlocksReads · lock 3 s · statement 300 s
COMMENT ON COLUMN "t"."a" IS NULL;
