-- alter table t · SSY0403 SSY0404 SSY0402 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  DROP SYSTEM VERSIONING;
