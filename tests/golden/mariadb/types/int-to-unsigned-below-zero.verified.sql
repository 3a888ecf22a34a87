-- before column t.a: no row of SELECT * FROM `t` WHERE `a` < 0 OR `a` > 4294967295 LIMIT 1000
ALTER TABLE `t`
  MODIFY COLUMN `a` int(10) unsigned;
