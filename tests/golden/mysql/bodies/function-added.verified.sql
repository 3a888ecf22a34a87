-- add function f · BlocksDdl · None · lock 3 s
CREATE FUNCTION `f` (a int, b varchar(9)) RETURNS varchar(20) CHARSET utf8mb4 COLLATE utf8mb4_general_ci
  DETERMINISTIC
  NO SQL
  COMMENT 'it''s'
RETURN concat(a, b);
