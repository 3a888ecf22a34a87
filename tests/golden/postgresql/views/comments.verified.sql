COMMENT ON COLUMN "v"."a" IS 'one';
COMMENT ON VIEW "v" IS 'all';
