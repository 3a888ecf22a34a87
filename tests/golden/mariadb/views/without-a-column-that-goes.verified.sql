ALTER TABLE `t`
  DROP COLUMN `a`,
  ALGORITHM=INSTANT;
CREATE OR REPLACE VIEW `v` AS
select `t`.`id` AS `id` from `t`;
