-- drop enum type e · BlocksReads · lock 3 s · statement 300 s
DROP TYPE "e";
