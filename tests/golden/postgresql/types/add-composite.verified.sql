CREATE TYPE "c" AS ("a" integer, "B b" text COLLATE "C", "d" numeric(5,2));
CREATE TABLE "t" (
  "x" c
);
