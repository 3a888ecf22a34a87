-- alter composite type c · BlocksReads · lock 3 s · statement 300 s
ALTER TYPE "c" DROP ATTRIBUTE "b";
-- alter composite type c · BlocksReads · lock 3 s · statement 300 s
ALTER TYPE "c" ALTER ATTRIBUTE "a" TYPE bigint;
-- alter composite type c · BlocksReads · lock 3 s · statement 300 s
ALTER TYPE "c" ADD ATTRIBUTE "d" date;
-- alter composite type c · BlocksReads · lock 3 s · statement 300 s
COMMENT ON TYPE "c" IS 'pair';
