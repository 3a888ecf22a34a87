-- add unique constraint t.u · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" ADD CONSTRAINT "u" UNIQUE USING INDEX "u";
