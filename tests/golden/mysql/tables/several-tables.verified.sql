-- drop table c · SSY0402 · BlocksReads · Rewrite · None · lock 3 s · no way back
DROP TABLE `c`;
-- add column a.d · BlocksDdl · None · lock 3 s
ALTER TABLE `a`
  ADD COLUMN `d` int,
  ALGORITHM=INSTANT;
-- add index a.f · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `a`
  ADD KEY `f` (`d`),
  ALGORITHM=INPLACE, LOCK=NONE;
-- drop column b.x · SSY0402 · BlocksDdl · None · lock 3 s · no way back
ALTER TABLE `b`
  DROP COLUMN `x`,
  ALGORITHM=INSTANT;
-- add table d · None · lock 3 s
CREATE TABLE `d` (
  `id` int NOT NULL,
  PRIMARY KEY (`id`)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci ENGINE=InnoDB;
-- add foreign key a.f · SSY0407 SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `a`
  ADD CONSTRAINT `f` FOREIGN KEY (`d`) REFERENCES `d` (`id`);
