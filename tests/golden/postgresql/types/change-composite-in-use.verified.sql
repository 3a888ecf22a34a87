-- alter composite type c · BlocksReads · lock 3 s · statement 300 s
ALTER TYPE "c" ADD ATTRIBUTE "b" text;
