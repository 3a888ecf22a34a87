ALTER TABLE `t`
  MODIFY COLUMN `a` set('a','b','c','d','e','f','g','h','i');
