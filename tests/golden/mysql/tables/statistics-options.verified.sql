-- alter table t · SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  STATS_AUTO_RECALC=0,
  STATS_PERSISTENT=1,
  STATS_SAMPLE_PAGES=30;
