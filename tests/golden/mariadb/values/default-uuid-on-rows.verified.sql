-- add column t.u · SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `u` varchar(36) NOT NULL DEFAULT uuid();
