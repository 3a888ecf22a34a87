CREATE TYPE "e" AS ENUM ('a', 'it''s', 'C d');
CREATE TABLE "t" (
  "x" e DEFAULT ('a'::e),
  "y" e[]
);
