-- add table b · None · lock 3 s
CREATE TABLE `b` (
  `id` int NOT NULL,
  `a` int,
  PRIMARY KEY (`id`),
  KEY `fb` (`a`)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci ENGINE=InnoDB;
-- add table a · None · lock 3 s
CREATE TABLE `a` (
  `id` int NOT NULL,
  `b` int,
  PRIMARY KEY (`id`),
  KEY `fa` (`b`),
  CONSTRAINT `fa` FOREIGN KEY (`b`) REFERENCES `b` (`id`)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci ENGINE=InnoDB;
-- add foreign key b.fb · None · lock 3 s
ALTER TABLE `b`
  ADD CONSTRAINT `fb` FOREIGN KEY (`a`) REFERENCES `a` (`id`);
