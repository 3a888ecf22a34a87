ALTER INDEX "i" RENAME TO "__schemasync_index_71fc7ad4cc97";
-- None
CREATE INDEX CONCURRENTLY "i" ON "t" ("a");
-- None
DROP INDEX CONCURRENTLY "__schemasync_index_71fc7ad4cc97";
