-- add column t.b · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `b` int GENERATED ALWAYS AS ((`a` * 2)) VIRTUAL,
  ALGORITHM=INSTANT;
