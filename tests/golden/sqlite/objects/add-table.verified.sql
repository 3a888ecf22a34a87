-- add table u · BlocksWrites
CREATE TABLE "u" (
  "k" TEXT NOT NULL,
  "v" ANY,
  PRIMARY KEY ("k")
) STRICT, WITHOUT ROWID;
