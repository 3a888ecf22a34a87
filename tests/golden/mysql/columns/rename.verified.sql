-- rename column t.a to b · SSY0408 · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  RENAME COLUMN `a` TO `b`,
  ALGORITHM=INSTANT;
