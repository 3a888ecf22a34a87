ALTER INDEX "i" RENAME TO "__schemasync_index_71fc7ad4cc97";
-- None
CREATE INDEX CONCURRENTLY "i" ON "t" ("a") WHERE (a = ANY (ARRAY['x'::text, 'y'::text]));
-- None
DROP INDEX CONCURRENTLY "__schemasync_index_71fc7ad4cc97";
