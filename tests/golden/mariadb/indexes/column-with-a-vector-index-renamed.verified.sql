-- rename column t.v to w · SSY0408 · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  RENAME COLUMN `v` TO `w`,
  ALGORITHM=INSTANT;
