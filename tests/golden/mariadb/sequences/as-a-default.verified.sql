-- add sequence s · BlocksDdl · None · lock 3 s
CREATE SEQUENCE `s` START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775806 CACHE 1000 NOCYCLE;
-- add column t.n · SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `n` bigint(20) DEFAULT nextval(`s`);
