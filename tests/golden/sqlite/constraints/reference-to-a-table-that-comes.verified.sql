-- add table p · BlocksWrites
CREATE TABLE "p" (
  "id" INTEGER,
  PRIMARY KEY ("id")
);
-- add column t.b · BlocksWrites
ALTER TABLE "t" ADD COLUMN "b" TEXT;
