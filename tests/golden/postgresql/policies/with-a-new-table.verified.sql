-- add table o · lock 3 s · statement 300 s
CREATE TABLE "o" (
  "id" integer NOT NULL,
  CONSTRAINT "o_pkey" PRIMARY KEY ("id")
);
-- add table t · lock 3 s · statement 300 s
CREATE TABLE "t" (
  "a" text,
  "o" integer
);
-- add table t · lock 3 s · statement 300 s
ALTER TABLE "t" ENABLE ROW LEVEL SECURITY;
-- add table t · lock 3 s · statement 300 s
CREATE POLICY "p" ON "t" TO PUBLIC USING ((EXISTS ( SELECT 1
   FROM o
  WHERE (o.id = t.o))));
-- add table t · lock 3 s · statement 300 s
COMMENT ON POLICY "p" ON "t" IS 'own';
