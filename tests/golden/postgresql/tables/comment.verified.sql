-- alter table t · BlocksReads · lock 3 s · statement 300 s
COMMENT ON TABLE "t" IS 'new';
