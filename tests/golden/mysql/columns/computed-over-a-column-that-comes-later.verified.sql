-- alter column t.b, add column t.z · SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `b` int GENERATED ALWAYS AS ((`z` + 1)) VIRTUAL,
  ADD COLUMN `z` int NOT NULL DEFAULT 4;
