CREATE UNLOGGED TABLE "t" (
  "a" text
);
