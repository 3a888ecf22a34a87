-- drop check constraint t.(`a` > 0) · SSY0409 · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `a` int(11),
  ALGORITHM=INSTANT;
