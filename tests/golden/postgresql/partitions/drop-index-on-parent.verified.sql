-- drop index t.i · BlocksReads · lock 3 s · statement 300 s
DROP INDEX "i";
