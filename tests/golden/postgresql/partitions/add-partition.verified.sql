-- add table t_27 · BlocksReads · lock 3 s · statement 300 s
CREATE TABLE "t_27" PARTITION OF "t" FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
