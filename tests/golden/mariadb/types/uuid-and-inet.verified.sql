ALTER TABLE `t`
  ADD COLUMN `a` uuid DEFAULT uuid() AFTER `id`,
  ADD COLUMN `b` inet4 AFTER `a`,
  ADD COLUMN `c` inet6;
