-- alter domain d · SSY0404 SSY0407 · BlocksWrites · Scan · Alone · lock 3 s · statement 86400 s
ALTER DOMAIN "d" SET NOT NULL;
