-- drop foreign key t.f · SSY0409 · BlocksDdl · None · lock 3 s
ALTER TABLE `t` DROP FOREIGN KEY `f`;
-- drop index t.f · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `t`
  DROP INDEX `f`,
  ALGORITHM=INPLACE, LOCK=NONE;
