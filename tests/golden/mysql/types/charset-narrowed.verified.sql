-- before column t.a: no row of SELECT * FROM `t` WHERE CAST(CONVERT(CONVERT(`a` USING latin1) USING utf8mb4) AS BINARY) <> CAST(CONVERT(`a` USING utf8mb4) AS BINARY) LIMIT 1000
-- alter column t.a · SSY0403 SSY0404 SSY0407 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `a` varchar(20) CHARACTER SET latin1 COLLATE latin1_swedish_ci;
