DROP VIEW "t";
CREATE TABLE "t" (
  "a" integer,
  "b" text
);
