-- drop procedure p(integer, integer) · BlocksReads · lock 3 s · statement 300 s
DROP PROCEDURE "p"(integer, integer);
