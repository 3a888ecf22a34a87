-- before column t.a: no row of SELECT * FROM `t` WHERE CHAR_LENGTH(`a`) > 3 LIMIT 1000
ALTER TABLE `t`
  MODIFY COLUMN `a` varchar(3);
