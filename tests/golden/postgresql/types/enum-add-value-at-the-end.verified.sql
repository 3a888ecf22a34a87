-- alter enum type e · BlocksDdl · Alone · lock 3 s · statement 300 s
ALTER TYPE "e" ADD VALUE IF NOT EXISTS 'c' AFTER 'b';
