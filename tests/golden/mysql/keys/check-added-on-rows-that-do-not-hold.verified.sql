-- before check constraint t.c: no row of SELECT * FROM `t` WHERE NOT (((`a` <> _utf8mb4'it\'s') and (`a` <> _utf8mb4'b\\c'))) LIMIT 1000
-- add check constraint t.c · SSY0403 SSY0404 SSY0407 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  ADD CONSTRAINT `c` CHECK (((`a` <> _utf8mb4'it\'s') and (`a` <> _utf8mb4'b\\c')));
