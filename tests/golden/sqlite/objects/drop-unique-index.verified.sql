-- drop index t.i · SSY0409 · BlocksWrites
DROP INDEX "i";
