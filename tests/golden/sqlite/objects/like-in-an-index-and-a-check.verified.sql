CREATE TABLE "t" (
  "id" INTEGER,
  "s" TEXT,
  PRIMARY KEY ("id"),
  CHECK (s NOT LIKE 'x;%')
);
CREATE INDEX "i" ON "t" ("s") WHERE s NOT LIKE '%;--%'
