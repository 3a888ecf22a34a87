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
CREATE INDEX "i" ON "t" ((lower(a)));
COMMENT ON TABLE "t" IS 'all';
COMMENT ON INDEX "i" IS 'by a';
ALTER TABLE "t" ADD CONSTRAINT "f" FOREIGN KEY ("b") REFERENCES "p" ("id");
COMMENT ON CONSTRAINT "f" ON "t" IS 'to p';
