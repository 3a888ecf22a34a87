-- add column t.b · SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `b` varchar(20) GENERATED ALWAYS AS (concat(`a`,'x\'y\\z')) STORED;
