-- Alone
CREATE INDEX "i" ON "t" ("a");
