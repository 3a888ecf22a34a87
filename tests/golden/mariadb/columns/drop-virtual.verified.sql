-- drop column t.b · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  DROP COLUMN `b`,
  ALGORITHM=INSTANT;
