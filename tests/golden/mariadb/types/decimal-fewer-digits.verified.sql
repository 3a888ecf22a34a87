-- before column t.a: no row of SELECT * FROM `t` WHERE ROUND(`a`, 2) >= 1e2 OR ROUND(`a`, 2) <= -1e2 LIMIT 1000
-- alter column t.a · SSY0403 SSY0404 SSY0407 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `a` decimal(4,2);
