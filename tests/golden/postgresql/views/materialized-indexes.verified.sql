ALTER INDEX "i" RENAME TO "__schemasync_index_6682ecb66182";
-- None
CREATE INDEX CONCURRENTLY "i" ON "m" ((lower(a)));
-- None
CREATE INDEX CONCURRENTLY "j" ON "m" ("a" DESC);
-- None
DROP INDEX CONCURRENTLY "__schemasync_index_6682ecb66182";
-- None
DROP INDEX CONCURRENTLY "k";
