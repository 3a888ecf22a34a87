ALTER TABLE "t" ALTER COLUMN "id" DROP IDENTITY;
CREATE SEQUENCE "t_id_seq" AS integer;
ALTER TABLE "t" ALTER COLUMN "id" SET DEFAULT nextval('t_id_seq'::regclass);
ALTER SEQUENCE "t_id_seq" OWNED BY "t"."id";
SELECT setval('"t_id_seq"', max("id")) FROM "t" HAVING max("id") IS NOT NULL;
