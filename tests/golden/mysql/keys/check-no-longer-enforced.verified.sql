-- alter check constraint t.c · SSY0409 · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  DROP CONSTRAINT `c`, ADD CONSTRAINT `c` CHECK ((`a` > 0)) NOT ENFORCED,
  ALGORITHM=INSTANT;
