-- before column t.name: no row of SELECT * FROM `t` WHERE (concat_ws(' ', first, last)) IS NULL LIMIT 1000
ALTER TABLE `t`
  ADD COLUMN `name` varchar(41) AFTER `id`,
  ALGORITHM=INSTANT;
UPDATE `t` SET `name` = (concat_ws(' ', first, last)) WHERE `name` IS NULL;
SELECT * FROM `t` WHERE `name` IS NULL AND (concat_ws(' ', first, last)) IS NULL;
UPDATE `t` SET `name` = (concat_ws(' ', first, last)) WHERE `name` IS NULL;
ALTER TABLE `t`
  DROP COLUMN `first`,
  DROP COLUMN `last`,
  MODIFY COLUMN `name` varchar(41) NOT NULL,
  ALGORITHM=INPLACE, LOCK=NONE;
