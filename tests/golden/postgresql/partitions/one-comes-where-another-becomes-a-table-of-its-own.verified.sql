-- alter table ta · SSY0408 · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" DETACH PARTITION "ta";
-- add table tb · BlocksReads · lock 3 s · statement 300 s
CREATE TABLE "tb" PARTITION OF "t" FOR VALUES FROM (0) TO (20);
