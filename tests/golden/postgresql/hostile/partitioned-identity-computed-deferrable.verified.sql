-- add table t · lock 3 s · statement 300 s
CREATE TABLE "t" (
  "id" bigint GENERATED ALWAYS AS IDENTITY (INCREMENT BY 3 START WITH 7) NOT NULL,
  "at" date NOT NULL,
  "n" integer,
  "d" integer GENERATED ALWAYS AS ((n * 2)) STORED,
  "p" bigint,
  CONSTRAINT "u" UNIQUE ("id", "at") DEFERRABLE
) PARTITION BY RANGE (at);
-- add table t1 · lock 3 s · statement 300 s
CREATE TABLE "t1" PARTITION OF "t" FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
-- add table t · BlocksWrites · lock 3 s · statement 300 s
ALTER TABLE "t" ADD CONSTRAINT "f" FOREIGN KEY ("p") REFERENCES "p" ("id") DEFERRABLE INITIALLY DEFERRED;
