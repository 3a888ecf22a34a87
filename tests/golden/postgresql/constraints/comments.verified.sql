COMMENT ON CONSTRAINT "u" ON "t" IS 'once';
COMMENT ON CONSTRAINT "c" ON "t" IS 'positive';
