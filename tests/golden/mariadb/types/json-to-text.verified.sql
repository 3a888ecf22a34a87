-- drop check constraint t.(json_valid(`a`)) · SSY0403 SSY0404 SSY0409 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `a` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
