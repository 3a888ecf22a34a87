-- alter column t.a · BlocksReads · lock 3 s · statement 300 s
COMMENT ON COLUMN "t"."a" IS E'it''s \\ one';
