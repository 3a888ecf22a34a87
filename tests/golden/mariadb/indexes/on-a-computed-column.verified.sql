-- add column t.b · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `b` varchar(20) GENERATED ALWAYS AS (lcase(`a`)) VIRTUAL,
  ALGORITHM=INSTANT;
-- add index t.k · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `t`
  ADD KEY `k` (`b`),
  ALGORITHM=INPLACE, LOCK=NONE;
