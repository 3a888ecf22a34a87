-- alter event e · None · lock 3 s
SET SESSION time_zone = 'SYSTEM';
-- alter event e · BlocksDdl · None · lock 3 s
ALTER EVENT `e`
  ON COMPLETION NOT PRESERVE ENABLE COMMENT ''
  DO DELETE FROM t WHERE id > 1;
-- alter event e · None · lock 3 s
SET SESSION time_zone = '+00:00';
