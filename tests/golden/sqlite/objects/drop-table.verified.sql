-- drop table u · SSY0402 · BlocksWrites · Rewrite · no way back
DROP TABLE "u";
