-- before column t.a: no row of SELECT * FROM `t` WHERE ROUND(`a`, 2) >= 1e2 OR ROUND(`a`, 2) <= -1e2 LIMIT 1000
ALTER TABLE `t`
  MODIFY COLUMN `a` decimal(4,2);
