ALTER TABLE `t`
  ADD COLUMN `a` int(11) COMMENT 'it''s a "column" \\ here',
  ALGORITHM=INSTANT;
