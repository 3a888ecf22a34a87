-- before column t.a: no row of SELECT * FROM `t` WHERE FIND_IN_SET('y', `a`) > 0 LIMIT 1000
ALTER TABLE `t`
  MODIFY COLUMN `a` set('x');
