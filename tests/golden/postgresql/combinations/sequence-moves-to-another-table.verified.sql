-- alter sequence s · BlocksReads · lock 3 s · statement 300 s
ALTER SEQUENCE "s" OWNED BY NONE;
-- drop table t · SSY0402 · BlocksReads · lock 3 s · statement 300 s · no way back
DROP TABLE "t";
-- alter sequence s · BlocksReads · lock 3 s · statement 300 s
ALTER SEQUENCE "s" OWNED BY "u"."b";
