COMMENT ON INDEX "i" IS 'it''s';
