-- add enum type e · lock 3 s · statement 300 s
CREATE TYPE "e" AS ENUM ('a', 'it''s', 'C d');
-- add table t · lock 3 s · statement 300 s
CREATE TABLE "t" (
  "x" e DEFAULT ('a'::e),
  "y" e[]
);
