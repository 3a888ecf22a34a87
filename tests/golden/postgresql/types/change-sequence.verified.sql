SELECT pg_catalog.setval('"s"', 2, false) FROM "s" WHERE last_value OPERATOR(pg_catalog.<) 2;
SELECT pg_catalog.setval('"s"', 1000, false) FROM "s" WHERE last_value OPERATOR(pg_catalog.>) 1000;
ALTER SEQUENCE "s" AS integer INCREMENT BY 3 MINVALUE 2 MAXVALUE 1000 START WITH 5 CACHE 10 CYCLE;
COMMENT ON SEQUENCE "s" IS 'threes';
