-- drop view v · BlocksReads · lock 3 s · statement 300 s
DROP VIEW "v";
