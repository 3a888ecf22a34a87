-- alter column t.b, add column t.z · SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `b` int(11) GENERATED ALWAYS AS (`z` + 1) VIRTUAL,
  ADD COLUMN `z` int(11) NOT NULL DEFAULT 4;
