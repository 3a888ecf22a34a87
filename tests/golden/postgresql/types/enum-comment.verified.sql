-- alter enum type e · BlocksReads · lock 3 s · statement 300 s
COMMENT ON TYPE "e" IS 'words';
