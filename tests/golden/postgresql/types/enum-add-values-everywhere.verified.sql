-- alter enum type e · BlocksDdl · Alone · lock 3 s · statement 300 s
ALTER TYPE "e" ADD VALUE IF NOT EXISTS 'a0' BEFORE 'b';
-- alter enum type e · BlocksDdl · Alone · lock 3 s · statement 300 s
ALTER TYPE "e" ADD VALUE IF NOT EXISTS 'a' AFTER 'a0';
-- alter enum type e · BlocksDdl · Alone · lock 3 s · statement 300 s
ALTER TYPE "e" ADD VALUE IF NOT EXISTS 'c' AFTER 'b';
-- alter enum type e · BlocksDdl · Alone · lock 3 s · statement 300 s
ALTER TYPE "e" ADD VALUE IF NOT EXISTS 'e' AFTER 'd';
