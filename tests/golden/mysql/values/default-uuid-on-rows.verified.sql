-- add column t.u · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `u` varchar(36),
  ALGORITHM=INSTANT;
-- add column t.u · SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
UPDATE `t` SET `u` = (uuid());
-- alter column t.u · SSY0403 · BlocksDdl · Rewrite · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `u` varchar(36) NOT NULL,
  ALGORITHM=INPLACE, LOCK=NONE;
-- add column t.u · BlocksDdl · None · lock 3 s
ALTER TABLE `t` MODIFY COLUMN `u` varchar(36) NOT NULL DEFAULT (uuid());
