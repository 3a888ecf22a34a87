CREATE TABLE `b` (
  `id` int NOT NULL,
  `a` int,
  PRIMARY KEY (`id`),
  KEY `fb` (`a`)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci ENGINE=InnoDB;
CREATE TABLE `a` (
  `id` int NOT NULL,
  `b` int,
  PRIMARY KEY (`id`),
  KEY `fa` (`b`),
  CONSTRAINT `fa` FOREIGN KEY (`b`) REFERENCES `b` (`id`)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci ENGINE=InnoDB;
ALTER TABLE `b`
  ADD CONSTRAINT `fb` FOREIGN KEY (`a`) REFERENCES `a` (`id`);
