-- add column t.a · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `a` int(11) COMMENT 'it''s a "column" \\ here',
  ALGORITHM=INSTANT;
