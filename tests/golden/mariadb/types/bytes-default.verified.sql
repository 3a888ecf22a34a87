-- add column t.a · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `a` varbinary(10) DEFAULT x'00ff',
  ALGORITHM=INSTANT;
