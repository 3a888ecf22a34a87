-- drop check constraint t.c, drop column t.a · SSY0409 SSY0402 · BlocksDdl · None · lock 3 s · no way back
ALTER TABLE `t`
  DROP CONSTRAINT `c`,
  DROP COLUMN `a`,
  ALGORITHM=INSTANT;
