-- add sequence s · lock 3 s · statement 300 s
CREATE SEQUENCE "s" AS smallint INCREMENT BY -2 MINVALUE -100 MAXVALUE 10 START WITH 9 CACHE 5 CYCLE;
-- add table t · lock 3 s · statement 300 s
CREATE TABLE "t" (
  "a" integer DEFAULT (nextval('s'::regclass))
);
