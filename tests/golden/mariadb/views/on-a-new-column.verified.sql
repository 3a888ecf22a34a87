ALTER TABLE `t`
  ADD COLUMN `a` int(11),
  ALGORITHM=INSTANT;
CREATE OR REPLACE VIEW `v` AS
select `t`.`id` AS `id`,`t`.`a` AS `a` from `t`;
