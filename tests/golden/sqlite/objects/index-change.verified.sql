DROP INDEX "i";
CREATE INDEX "i" ON "t" ("a" COLLATE "NOCASE", "b" DESC, ((length(a)))) WHERE b IS NOT NULL
