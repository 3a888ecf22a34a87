-- before column t.a: no row of SELECT * FROM `t` WHERE CAST(CONVERT(CONVERT(`a` USING latin1) USING utf8mb4) AS BINARY) <> CAST(CONVERT(`a` USING utf8mb4) AS BINARY) LIMIT 1000
ALTER TABLE `t`
  MODIFY COLUMN `a` varchar(20) CHARACTER SET latin1 COLLATE latin1_swedish_ci;
