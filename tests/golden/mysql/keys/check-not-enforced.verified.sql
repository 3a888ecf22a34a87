-- add check constraint t.c · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD CONSTRAINT `c` CHECK ((`a` > 0)) NOT ENFORCED,
  ALGORITHM=INSTANT;
