-- add table a · lock 3 s · statement 300 s
CREATE TABLE "a" (
  "id" bigint NOT NULL,
  "b" bigint,
  CONSTRAINT "a_pkey" PRIMARY KEY ("id")
);
-- add table b · lock 3 s · statement 300 s
CREATE TABLE "b" (
  "id" bigint NOT NULL,
  "a" bigint,
  CONSTRAINT "b_pkey" PRIMARY KEY ("id")
);
-- add table a · lock 3 s · statement 300 s
ALTER TABLE "a" ADD CONSTRAINT "a_b_fkey" FOREIGN KEY ("b") REFERENCES "b" ("id");
-- add table b · lock 3 s · statement 300 s
ALTER TABLE "b" ADD CONSTRAINT "b_a_fkey" FOREIGN KEY ("a") REFERENCES "a" ("id");
