-- alter index t.i · BlocksDdl · lock 3 s · statement 300 s
ALTER INDEX "i" RESET ("fillfactor");
