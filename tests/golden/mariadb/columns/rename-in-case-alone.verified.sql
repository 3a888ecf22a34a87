-- rename column t.a to A · SSY0408 · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  RENAME COLUMN `a` TO `A`,
  ALGORITHM=INSTANT;
