ALTER TABLE `t`
  ADD COLUMN `a` int,
  ALGORITHM=INSTANT;
CREATE OR REPLACE VIEW `v` AS
select `t`.`id` AS `id`,`t`.`a` AS `a` from `t`;
