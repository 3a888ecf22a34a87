COMMENT ON COLUMN "t"."a" IS E'it''s \\ one';
