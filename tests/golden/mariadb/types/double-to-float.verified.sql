-- before column t.a: no row of SELECT * FROM `t` WHERE ABS(`a`) > 3.402823466e38 LIMIT 1000
ALTER TABLE `t`
  MODIFY COLUMN `a` float;
