-- add check constraint d.c · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER DOMAIN "d" ADD CONSTRAINT "c" CHECK ((VALUE > 0)) NOT VALID;
-- add check constraint d.c · SSY0407 · BlocksWrites · Scan · Alone · lock 3 s · statement 86400 s
ALTER DOMAIN "d" VALIDATE CONSTRAINT "c";
