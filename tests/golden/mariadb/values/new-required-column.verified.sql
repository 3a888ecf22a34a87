-- before column t.code: no row of SELECT * FROM `t` WHERE (lower(email)) IS NULL LIMIT 1000
ALTER TABLE `t`
  ADD COLUMN `code` varchar(20) AFTER `id`,
  ALGORITHM=INSTANT;
UPDATE `t` SET `code` = (lower(email)) WHERE `code` IS NULL;
SELECT * FROM `t` WHERE `code` IS NULL AND (lower(email)) IS NULL;
UPDATE `t` SET `code` = (lower(email)) WHERE `code` IS NULL;
ALTER TABLE `t`
  MODIFY COLUMN `code` varchar(20) NOT NULL,
  ALGORITHM=INPLACE, LOCK=NONE;
