-- alter index t.near · SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  DROP INDEX `near`, ADD VECTOR KEY `near` (`w`) IGNORED;
