ALTER TABLE `t`
  ADD COLUMN `b` varchar(20) GENERATED ALWAYS AS (concat(`a`,_utf8mb4'x\'y\\z')) STORED;
