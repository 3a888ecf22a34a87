-- add column t.a, add column t.b · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `a` varbinary(10) DEFAULT 0x00FF AFTER `id`,
  ADD COLUMN `b` binary(4) DEFAULT 'a\0\0\0',
  ALGORITHM=INSTANT;
