-- add index t.near · SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
  ADD VECTOR KEY `near` (`v`) DISTANCE=cosine M=8;
