-- alter index t.k · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `t`
  DROP INDEX `k`, ADD KEY `k` (`a`) COMMENT 'it''s',
  ALGORITHM=INPLACE, LOCK=NONE;
