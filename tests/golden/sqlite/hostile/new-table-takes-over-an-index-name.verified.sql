DROP INDEX "next";
DROP TABLE "former";
CREATE TABLE "next" (
  "id" INTEGER,
  "b" INTEGER,
  PRIMARY KEY ("id")
);
CREATE INDEX "ix" ON "next" ("b")
