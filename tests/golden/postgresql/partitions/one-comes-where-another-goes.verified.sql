-- drop table ta · SSY0402 · BlocksReads · lock 3 s · statement 300 s · no way back
DROP TABLE "ta";
-- add table tb · BlocksReads · lock 3 s · statement 300 s
CREATE TABLE "tb" PARTITION OF "t" FOR VALUES FROM (0) TO (20);
