-- add column t.a, add column t.b, add column t.c · SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `a` uuid DEFAULT uuid() AFTER `id`,
  ADD COLUMN `b` inet4 AFTER `a`,
  ADD COLUMN `c` inet6;
