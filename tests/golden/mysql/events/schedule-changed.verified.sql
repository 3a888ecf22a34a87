-- alter event e · BlocksDdl · None · lock 3 s
DROP EVENT `e`;
-- alter event e · None · lock 3 s
SET SESSION time_zone = 'SYSTEM';
-- alter event e · BlocksDdl · None · lock 3 s
CREATE EVENT `e`
  ON SCHEDULE EVERY 2 HOUR
  ON COMPLETION NOT PRESERVE ENABLE COMMENT ''
  DO DELETE FROM t;
-- alter event e · None · lock 3 s
SET SESSION time_zone = '+00:00';
