ALTER TABLE `t`
  RENAME COLUMN `a` TO `b`,
  ALGORITHM=INSTANT;
CREATE OR REPLACE VIEW `v` AS
select `t`.`b` AS `x` from `t`;
