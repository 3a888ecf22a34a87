ALTER TABLE `t`
  ADD COLUMN `b` varchar(20) GENERATED ALWAYS AS (concat(`a`,'x\'y\\z')) STORED;
