-- add column t.id, add index t.k · SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `id` int(11) NOT NULL AUTO_INCREMENT,
  ADD KEY `k` (`id`),
  ALGORITHM=INPLACE, LOCK=SHARED;
