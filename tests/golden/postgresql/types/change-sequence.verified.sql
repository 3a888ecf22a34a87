-- alter sequence s · BlocksReads · lock 3 s · statement 300 s
SELECT pg_catalog.setval('"s"', 2, false) FROM "s" WHERE last_value OPERATOR(pg_catalog.<) 2;
-- alter sequence s · BlocksReads · lock 3 s · statement 300 s
SELECT pg_catalog.setval('"s"', 1000, false) FROM "s" WHERE last_value OPERATOR(pg_catalog.>) 1000;
-- alter sequence s · BlocksReads · lock 3 s · statement 300 s
ALTER SEQUENCE "s" AS integer INCREMENT BY 3 MINVALUE 2 MAXVALUE 1000 START WITH 5 CACHE 10 CYCLE;
-- alter sequence s · BlocksReads · lock 3 s · statement 300 s
COMMENT ON SEQUENCE "s" IS 'threes';
