COMMENT ON TYPE "e" IS 'words';
