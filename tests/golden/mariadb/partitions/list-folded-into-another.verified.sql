ALTER TABLE `t` REORGANIZE PARTITION `q`, `p` INTO (PARTITION `q` VALUES in((3, null), (1, 'x'), (2, 'y,(')));
