-- add event e · None · lock 3 s
SET SESSION sql_mode = 'STRICT_ALL_TABLES';
-- add event e · None · lock 3 s
SET SESSION time_zone = '+02:00';
-- add event e · BlocksDdl · None · lock 3 s
CREATE EVENT `e`
  ON SCHEDULE EVERY 1 DAY STARTS '2037-01-01 00:00:00'
  ON COMPLETION NOT PRESERVE ENABLE COMMENT ''
  DO DELETE FROM t;
-- add event e · None · lock 3 s
SET SESSION sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION';
-- add event e · None · lock 3 s
SET SESSION time_zone = '+00:00';
