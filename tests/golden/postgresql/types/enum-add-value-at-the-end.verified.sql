-- Alone
ALTER TYPE "e" ADD VALUE 'c' AFTER 'b';
