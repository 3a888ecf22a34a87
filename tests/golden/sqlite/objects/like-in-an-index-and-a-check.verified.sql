-- add table t · BlocksWrites
CREATE TABLE "t" (
  "id" INTEGER,
  "s" TEXT,
  PRIMARY KEY ("id"),
  CHECK (s NOT LIKE 'x;%')
);
-- add table t · BlocksWrites · Scan
CREATE INDEX "i" ON "t" ("s") WHERE s NOT LIKE '%;--%';
