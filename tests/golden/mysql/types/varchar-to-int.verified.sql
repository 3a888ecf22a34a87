-- before column t.a: no row of SELECT * FROM `t` WHERE `a` NOT REGEXP '^[[:space:]]*[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?[[:space:]]*$' OR ROUND(CAST(`a` AS DECIMAL(65,10))) NOT BETWEEN -2147483648 AND 2147483647 LIMIT 1000
-- alter column t.a · SSY0403 SSY0404 SSY0407 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `a` int;
