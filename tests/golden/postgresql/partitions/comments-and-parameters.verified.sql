ALTER TABLE "t1" SET ("fillfactor" = '70');
COMMENT ON TABLE "t1" IS 'one';
COMMENT ON COLUMN "t"."a" IS 'key';
