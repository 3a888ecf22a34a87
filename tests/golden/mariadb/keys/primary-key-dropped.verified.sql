-- drop primary key t.primary key · SSY0403 SSY0404 SSY0409 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  DROP PRIMARY KEY;
