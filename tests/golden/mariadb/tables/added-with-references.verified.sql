-- add table z · None · lock 3 s
CREATE TABLE `z` (
  `id` int(11) NOT NULL,
  PRIMARY KEY (`id`)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci ENGINE=InnoDB;
-- add table b · None · lock 3 s
CREATE TABLE `b` (
  `id` int(11) NOT NULL,
  `z` int(11),
  PRIMARY KEY (`id`),
  KEY `bz` (`z`),
  CONSTRAINT `bz` FOREIGN KEY (`z`) REFERENCES `z` (`id`)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci ENGINE=InnoDB;
-- add table a · None · lock 3 s
CREATE TABLE `a` (
  `id` int(11) NOT NULL,
  `b` int(11),
  `s` int(11),
  PRIMARY KEY (`id`),
  KEY `ab` (`b`),
  KEY `aa` (`s`),
  CONSTRAINT `aa` FOREIGN KEY (`s`) REFERENCES `a` (`id`),
  CONSTRAINT `ab` FOREIGN KEY (`b`) REFERENCES `b` (`id`) ON DELETE CASCADE
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci ENGINE=InnoDB;
