-- keep foreign key t.f · BlocksDdl · None · lock 3 s
ALTER TABLE `t` DROP FOREIGN KEY `f`;
-- alter column p.id · SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `p`
  MODIFY COLUMN `id` bigint NOT NULL;
-- alter column t.a · SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `a` bigint;
-- keep foreign key t.f · SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  ADD CONSTRAINT `f` FOREIGN KEY (`a`) REFERENCES `p` (`id`);
