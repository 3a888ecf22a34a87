-- alter column t.id · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ALTER COLUMN "id" DROP IDENTITY;
-- add sequence t_id_seq · lock 3 s · statement 300 s
CREATE SEQUENCE "t_id_seq" AS integer;
-- alter column t.id · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ALTER COLUMN "id" SET DEFAULT nextval('t_id_seq'::regclass);
-- add sequence t_id_seq · lock 3 s · statement 300 s
ALTER SEQUENCE "t_id_seq" OWNED BY "t"."id";
-- add sequence t_id_seq · Scan · lock 3 s · statement 86400 s
SELECT pg_catalog.setval('"t_id_seq"', pg_catalog.max("id")) FROM "t" HAVING pg_catalog.max("id") IS NOT NULL;
