-- before column t.code: no row of SELECT * FROM `t` WHERE `code` IS NULL AND (concat(a, b)) IS NULL LIMIT 1000
UPDATE `t` SET `code` = (concat(a, b)) WHERE `code` IS NULL;
SELECT * FROM `t` WHERE `code` IS NULL AND (concat(a, b)) IS NULL;
UPDATE `t` SET `code` = (concat(a, b)) WHERE `code` IS NULL;
ALTER TABLE `t`
  MODIFY COLUMN `code` varchar(20) NOT NULL,
  ALGORITHM=INPLACE, LOCK=NONE;
