-- drop index t.i · BlocksDdl · None · statement 86400 s
DROP INDEX CONCURRENTLY "i";
