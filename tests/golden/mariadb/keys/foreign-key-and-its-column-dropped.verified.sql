-- drop foreign key t.f · SSY0409 · BlocksDdl · None · lock 3 s
ALTER TABLE `t` DROP FOREIGN KEY `f`;
-- drop index t.f, drop column t.a · SSY0403 SSY0402 · BlocksDdl · Rewrite · None · lock 3 s · no way back
ALTER TABLE `t`
  DROP INDEX `f`,
  DROP COLUMN `a`,
  ALGORITHM=INPLACE, LOCK=NONE;
