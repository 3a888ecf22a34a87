-- rename column p.id to pid · SSY0408 · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `p`
  RENAME COLUMN `id` TO `pid`,
  ALGORITHM=INPLACE, LOCK=NONE;
