-- add column t.a · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `a` varchar(20) NOT NULL DEFAULT 'it''s \\ "x"',
  ALGORITHM=INSTANT;
