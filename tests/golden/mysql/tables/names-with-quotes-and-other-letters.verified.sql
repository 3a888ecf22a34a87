-- add table "we`ird ""n'ame" · None · lock 3 s
CREATE TABLE `we``ird "n'ame` (
  `c``ol` int,
  `üñ 漢` varchar(3) COMMENT 'ü',
  `select` int,
  KEY `k``` (`c``ol`),
  CONSTRAINT `c'k` CHECK ((`c``ol` > 0))
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci ENGINE=InnoDB;
