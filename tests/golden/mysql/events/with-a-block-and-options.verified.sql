-- add event e · None · lock 3 s
SET SESSION time_zone = 'SYSTEM';
-- add event e · BlocksDdl · None · lock 3 s
CREATE EVENT `e`
  ON SCHEDULE EVERY '1:30' HOUR_MINUTE STARTS '2037-01-01 00:00:00' ENDS '2037-06-01 00:00:00'
  ON COMPLETION PRESERVE DISABLE COMMENT 'it''s'
  DO BEGIN
  DELETE FROM t WHERE id = 1; DELETE FROM t WHERE id = 2;
END;
-- add event e · None · lock 3 s
SET SESSION time_zone = '+00:00';
