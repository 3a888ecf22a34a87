-- drop check constraint d.c · SSY0409 · BlocksReads · lock 3 s · statement 300 s
ALTER DOMAIN "d" DROP CONSTRAINT "c";
