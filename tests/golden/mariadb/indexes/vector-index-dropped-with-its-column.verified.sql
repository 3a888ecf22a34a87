-- drop index t.near, drop column t.v · SSY0403 SSY0404 SSY0402 · BlocksWrites · Rewrite · None · lock 3 s · no way back
ALTER TABLE `t`
  DROP INDEX `near`,
  DROP COLUMN `v`;
