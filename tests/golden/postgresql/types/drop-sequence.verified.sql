-- drop sequence s · SSY0402 · BlocksReads · lock 3 s · statement 300 s
DROP SEQUENCE "s";
