-- drop materialized view m · BlocksReads · lock 3 s · statement 300 s
DROP MATERIALIZED VIEW "m";
