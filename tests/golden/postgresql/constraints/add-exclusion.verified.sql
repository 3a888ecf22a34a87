-- add exclusion constraint t.x · SSY0405 SSY0407 · BlocksReads · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "t" ADD CONSTRAINT "x" EXCLUDE USING gist (r WITH &&);
