-- alter index t.i · BlocksReads · lock 3 s · statement 300 s
ALTER INDEX "i" RENAME TO "__schemasync_index_71fc7ad4cc97";
-- alter index t.i · BlocksDdl · Scan · None · statement 86400 s
CREATE INDEX CONCURRENTLY "i" ON "t" ("b", "a");
-- alter index t.i · BlocksDdl · None · statement 86400 s
DROP INDEX CONCURRENTLY "__schemasync_index_71fc7ad4cc97";
