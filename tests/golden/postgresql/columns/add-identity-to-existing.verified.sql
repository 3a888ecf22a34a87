ALTER TABLE "t" ALTER COLUMN "id" ADD GENERATED ALWAYS AS IDENTITY;
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('"t"', 'id'), pg_catalog.max("id")) FROM "t" HAVING pg_catalog.max("id") IS NOT NULL;
