-- add column t.v · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `v` vector(2) NOT NULL DEFAULT x'0000803f00000000',
  ALGORITHM=INSTANT;
-- add index t.near · SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  ADD VECTOR KEY `near` (`v`) COMMENT 'it''s';
