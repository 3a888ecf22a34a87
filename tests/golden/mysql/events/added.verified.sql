-- add event e · None · lock 3 s
SET SESSION time_zone = 'SYSTEM';
-- add event e · BlocksDdl · None · lock 3 s
CREATE EVENT `e`
  ON SCHEDULE EVERY 1 DAY
  ON COMPLETION NOT PRESERVE ENABLE COMMENT ''
  DO DELETE FROM t WHERE id = 1;
-- add event e · None · lock 3 s
SET SESSION time_zone = '+00:00';
