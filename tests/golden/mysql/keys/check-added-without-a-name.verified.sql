-- before check constraint t.t_chk_1: no row of SELECT * FROM `t` WHERE NOT ((`a` in (1,2,3))) LIMIT 1000
-- add check constraint t.t_chk_1 · SSY0403 SSY0404 SSY0407 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  ADD CONSTRAINT `t_chk_1` CHECK ((`a` in (1,2,3)));
