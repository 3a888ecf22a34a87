-- add unique constraint p.i · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "p" ADD CONSTRAINT "i" UNIQUE USING INDEX "i";
