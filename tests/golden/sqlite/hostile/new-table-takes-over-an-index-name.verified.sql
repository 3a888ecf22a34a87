-- drop index other.next · BlocksWrites
DROP INDEX "next";
-- drop table former · SSY0402 · BlocksWrites · Rewrite · no way back
DROP TABLE "former";
-- add table next · BlocksWrites
CREATE TABLE "next" (
  "id" INTEGER,
  "b" INTEGER,
  PRIMARY KEY ("id")
);
-- add table next · BlocksWrites · Scan
CREATE INDEX "ix" ON "next" ("b");
