-- Alone
ALTER TYPE "e" ADD VALUE 'a0' BEFORE 'b';
-- Alone
ALTER TYPE "e" ADD VALUE 'a' AFTER 'a0';
-- Alone
ALTER TYPE "e" ADD VALUE 'c' AFTER 'b';
-- Alone
ALTER TYPE "e" ADD VALUE 'e' AFTER 'd';
