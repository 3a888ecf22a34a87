-- before column t.a: no row of SELECT * FROM `t` WHERE `a` < -2147483648 OR `a` > 2147483647 LIMIT 1000
ALTER TABLE `t`
  MODIFY COLUMN `a` int;
