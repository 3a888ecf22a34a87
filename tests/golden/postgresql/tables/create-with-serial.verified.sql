CREATE SEQUENCE "t_b_seq";
CREATE SEQUENCE "t_id_seq" AS integer;
CREATE TABLE "t" (
  "id" integer DEFAULT (nextval('t_id_seq'::regclass)) NOT NULL,
  "b" bigint DEFAULT (nextval('t_b_seq'::regclass)) NOT NULL,
  CONSTRAINT "t_pkey" PRIMARY KEY ("id")
);
ALTER SEQUENCE "t_b_seq" OWNED BY "t"."b";
ALTER SEQUENCE "t_id_seq" OWNED BY "t"."id";
