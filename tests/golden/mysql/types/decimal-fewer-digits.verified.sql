-- before column t.a: no row of SELECT * FROM `t` WHERE ABS(`a`) >= 1e2 LIMIT 1000
ALTER TABLE `t`
  MODIFY COLUMN `a` decimal(4,2);
