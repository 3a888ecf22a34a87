ALTER TABLE `t`
  ADD COLUMN `a` int COMMENT 'it''s a "column" \\ here',
  ALGORITHM=INSTANT;
