-- alter foreign key t.f · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ALTER CONSTRAINT "f" NOT DEFERRABLE;
