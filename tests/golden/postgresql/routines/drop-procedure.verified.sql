DROP PROCEDURE "p"(integer, integer);
