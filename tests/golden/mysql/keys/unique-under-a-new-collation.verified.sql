-- before column t.a: no row of SELECT CONVERT(`a` USING utf8mb4) COLLATE utf8mb4_unicode_ci AS key1, count(*) AS occurrences FROM `t` WHERE `a` IS NOT NULL GROUP BY CONVERT(`a` USING utf8mb4) COLLATE utf8mb4_unicode_ci HAVING count(*) > 1 LIMIT 1000
-- alter column t.a · SSY0403 SSY0404 SSY0407 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `a` varchar(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
