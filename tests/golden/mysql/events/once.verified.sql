-- add event e · None · lock 3 s
SET SESSION time_zone = 'SYSTEM';
-- add event e · BlocksDdl · None · lock 3 s
CREATE EVENT `e`
  ON SCHEDULE AT '2037-01-01 00:00:00'
  ON COMPLETION NOT PRESERVE ENABLE COMMENT ''
  DO DELETE FROM t;
-- add event e · None · lock 3 s
SET SESSION time_zone = '+00:00';
