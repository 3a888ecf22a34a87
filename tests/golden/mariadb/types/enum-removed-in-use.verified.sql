-- before column t.a: no row of SELECT * FROM `t` WHERE `a` IN ('it''s') LIMIT 1000
ALTER TABLE `t`
  MODIFY COLUMN `a` enum('x');
