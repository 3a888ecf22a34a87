-- alter table t · SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  KEY_BLOCK_SIZE=8,
  ROW_FORMAT=COMPRESSED;
