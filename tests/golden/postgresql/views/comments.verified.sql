-- alter view v · BlocksReads · lock 3 s · statement 300 s
COMMENT ON COLUMN "v"."a" IS 'one';
-- alter view v · BlocksReads · lock 3 s · statement 300 s
COMMENT ON VIEW "v" IS 'all';
