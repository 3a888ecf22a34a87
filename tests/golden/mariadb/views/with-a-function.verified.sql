-- add function f · BlocksDdl · None · lock 3 s
CREATE FUNCTION `f` (x int) RETURNS int(11)
  DETERMINISTIC
RETURN x * 2;
-- add view v · BlocksDdl · None · lock 3 s
CREATE OR REPLACE VIEW `v` AS
select `f`(`t`.`id`) AS `x` from `t`;
