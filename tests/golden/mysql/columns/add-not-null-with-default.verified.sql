-- add column t.n · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `n` int NOT NULL DEFAULT 7,
  ALGORITHM=INSTANT;
