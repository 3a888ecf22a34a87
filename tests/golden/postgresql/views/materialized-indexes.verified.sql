-- alter index m.i · BlocksReads · lock 3 s · statement 300 s
ALTER INDEX "i" RENAME TO "__schemasync_index_6682ecb66182";
-- alter index m.i · BlocksDdl · Scan · None · statement 86400 s
CREATE INDEX CONCURRENTLY "i" ON "m" ((lower(a)));
-- add index m.j · BlocksDdl · Scan · None · statement 86400 s
CREATE INDEX CONCURRENTLY "j" ON "m" ("a" DESC);
-- alter index m.i · BlocksDdl · None · statement 86400 s
DROP INDEX CONCURRENTLY "__schemasync_index_6682ecb66182";
-- drop index m.k · BlocksDdl · None · statement 86400 s
DROP INDEX CONCURRENTLY "k";
