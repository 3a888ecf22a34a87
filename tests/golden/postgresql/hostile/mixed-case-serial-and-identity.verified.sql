-- add sequence T t_M_seq · lock 3 s · statement 300 s
CREATE SEQUENCE "T t_M_seq";
-- add column T t.M · SSY0403 · BlocksReads · Rewrite · lock 3 s · statement 86400 s
ALTER TABLE "T t" ADD COLUMN "M" bigint DEFAULT (nextval('"T t_M_seq"'::regclass)) NOT NULL;
-- alter column T t.N · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "T t" ALTER COLUMN "N" SET GENERATED ALWAYS SET INCREMENT BY 1 SET NO MINVALUE SET MAXVALUE 1000 SET START WITH 5 SET CACHE 1 SET NO CYCLE;
-- add sequence T t_M_seq · lock 3 s · statement 300 s
ALTER SEQUENCE "T t_M_seq" OWNED BY "T t"."M";
