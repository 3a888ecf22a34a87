-- rename foreign key t.f to g · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" RENAME CONSTRAINT "f" TO "g";
