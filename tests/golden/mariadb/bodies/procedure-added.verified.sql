-- add procedure p · BlocksDdl · None · lock 3 s
CREATE PROCEDURE `p` (IN a int, OUT b int, INOUT c varchar(9))
  MODIFIES SQL DATA
BEGIN
  DECLARE done int DEFAULT 0; -- "it's"
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET done = 1;
  INSERT INTO t VALUES (a);
  SELECT count(*) INTO b FROM t;
END;
