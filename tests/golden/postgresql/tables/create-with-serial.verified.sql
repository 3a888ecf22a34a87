-- add sequence t_b_seq · lock 3 s · statement 300 s
CREATE SEQUENCE "t_b_seq";
-- add sequence t_id_seq · lock 3 s · statement 300 s
CREATE SEQUENCE "t_id_seq" AS integer;
-- add table t · lock 3 s · statement 300 s
CREATE TABLE "t" (
  "id" integer DEFAULT (nextval('t_id_seq'::regclass)) NOT NULL,
  "b" bigint DEFAULT (nextval('t_b_seq'::regclass)) NOT NULL,
  CONSTRAINT "t_pkey" PRIMARY KEY ("id")
);
-- add sequence t_b_seq · lock 3 s · statement 300 s
ALTER SEQUENCE "t_b_seq" OWNED BY "t"."b";
-- add sequence t_id_seq · lock 3 s · statement 300 s
ALTER SEQUENCE "t_id_seq" OWNED BY "t"."id";
