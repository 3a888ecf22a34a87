-- drop check constraint t.c · SSY0409 · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  DROP CONSTRAINT `c`,
  ALGORITHM=INSTANT;
