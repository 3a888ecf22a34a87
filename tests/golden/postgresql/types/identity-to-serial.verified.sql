ALTER TABLE "t" ALTER COLUMN "id" DROP IDENTITY;
CREATE SEQUENCE "t_id_seq" AS integer;
ALTER TABLE "t" ALTER COLUMN "id" SET DEFAULT nextval('t_id_seq'::regclass);
ALTER SEQUENCE "t_id_seq" OWNED BY "t"."id";
SELECT pg_catalog.setval('"t_id_seq"', pg_catalog.max("id")) FROM "t" HAVING pg_catalog.max("id") IS NOT NULL;
