-- alter table t1 · BlocksDdl · lock 3 s · statement 300 s
ALTER TABLE "t1" SET ("fillfactor" = '70');
-- alter table t1 · BlocksReads · lock 3 s · statement 300 s
COMMENT ON TABLE "t1" IS 'one';
-- alter column t.a · BlocksReads · lock 3 s · statement 300 s
COMMENT ON COLUMN "t"."a" IS 'key';
