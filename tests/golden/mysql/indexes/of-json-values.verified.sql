ALTER TABLE `t`
  ADD KEY `k` ((cast(json_extract(`j`,_utf8mb4'$.a') as unsigned array))),
  ALGORITHM=INPLACE, LOCK=SHARED;
