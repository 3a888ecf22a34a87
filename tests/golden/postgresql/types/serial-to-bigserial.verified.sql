-- alter sequence t_id_seq · BlocksReads · lock 3 s · statement 300 s
ALTER SEQUENCE "t_id_seq" AS bigint INCREMENT BY 1 NO MINVALUE NO MAXVALUE START WITH 1 CACHE 1 NO CYCLE;
-- alter column t.id · SSY0403 · BlocksReads · Rewrite · lock 3 s · statement 86400 s
ALTER TABLE "t" ALTER COLUMN "id" DROP DEFAULT, ALTER COLUMN "id" TYPE bigint, ALTER COLUMN "id" SET DEFAULT nextval('t_id_seq'::regclass);
