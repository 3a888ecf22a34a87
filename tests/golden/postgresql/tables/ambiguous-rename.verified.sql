CREATE TABLE "s" (
  "a" text,
  "b" integer
);
DROP TABLE "t";
