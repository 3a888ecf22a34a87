-- alter domain d · BlocksReads · lock 3 s · statement 300 s
ALTER DOMAIN "d" SET DEFAULT 2;
-- alter domain d · BlocksReads · lock 3 s · statement 300 s
ALTER DOMAIN "d" DROP NOT NULL;
