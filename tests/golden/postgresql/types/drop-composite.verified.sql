-- drop composite type c · BlocksReads · lock 3 s · statement 300 s
DROP TYPE "c";
