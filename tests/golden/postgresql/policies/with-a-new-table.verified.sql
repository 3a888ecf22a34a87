CREATE TABLE "o" (
  "id" integer NOT NULL,
  CONSTRAINT "o_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "t" (
  "a" text,
  "o" integer
);
ALTER TABLE "t" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "p" ON "t" TO PUBLIC USING ((EXISTS ( SELECT 1
   FROM o
  WHERE (o.id = t.o))));
COMMENT ON POLICY "p" ON "t" IS 'own';
