-- add table t · lock 3 s · statement 300 s
CREATE TABLE "t" (
  "id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  "a" text DEFAULT ('x'::text) NOT NULL,
  "b" integer,
  "r" int4range,
  CONSTRAINT "t_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "u" UNIQUE ("a", "b"),
  CONSTRAINT "c" CHECK ((b > 0)),
  CONSTRAINT "x" EXCLUDE USING gist (r WITH &&)
);
-- add table t · lock 3 s · statement 300 s
CREATE INDEX "i" ON "t" ((lower(a)));
-- add table t · lock 3 s · statement 300 s
COMMENT ON TABLE "t" IS 'all';
-- add table t · lock 3 s · statement 300 s
COMMENT ON INDEX "i" IS 'by a';
-- add table t · BlocksWrites · lock 3 s · statement 300 s
ALTER TABLE "t" ADD CONSTRAINT "f" FOREIGN KEY ("b") REFERENCES "p" ("id");
-- add table t · lock 3 s · statement 300 s
COMMENT ON CONSTRAINT "f" ON "t" IS 'to p';
