CREATE FUNCTION `f` (x int) RETURNS int
  DETERMINISTIC
RETURN x * 2;;
CREATE OR REPLACE VIEW `v` AS
select `f`(`t`.`id`) AS `x` from `t`;
