-- alter materialized view m · BlocksDdl · lock 3 s · statement 300 s
ALTER MATERIALIZED VIEW "m" SET ("fillfactor" = '70');
