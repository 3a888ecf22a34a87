ALTER MATERIALIZED VIEW "m" SET ("fillfactor" = '70');
