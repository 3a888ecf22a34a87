-- drop index t.i · SSY0409 · BlocksDdl · None · statement 86400 s
DROP INDEX CONCURRENTLY "i";
