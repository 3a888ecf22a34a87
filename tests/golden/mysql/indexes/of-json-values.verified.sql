-- add index t.k · SSY0404 · BlocksWrites · Scan · None · lock 3 s
ALTER TABLE `t`
  ADD KEY `k` ((cast(json_extract(`j`,_utf8mb4'$.a') as unsigned array))),
  ALGORITHM=INPLACE, LOCK=SHARED;
