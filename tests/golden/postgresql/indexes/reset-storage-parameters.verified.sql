ALTER INDEX "i" RESET ("fillfactor");
