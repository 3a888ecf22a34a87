ALTER TABLE `t`
  MODIFY COLUMN `a` datetime ON UPDATE current_timestamp(),
  ALGORITHM=INSTANT;
