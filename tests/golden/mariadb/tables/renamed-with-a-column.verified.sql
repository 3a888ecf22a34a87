-- rename table a to b · SSY0408 · BlocksDdl · None · lock 3 s
RENAME TABLE `a` TO `b`;
-- rename column b.x to y · SSY0408 · BlocksDdl · None · lock 3 s
ALTER TABLE `b`
  RENAME COLUMN `x` TO `y`,
  ALGORITHM=INSTANT;
