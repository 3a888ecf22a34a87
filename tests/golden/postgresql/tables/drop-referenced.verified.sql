-- drop foreign key t.f · SSY0409 · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" DROP CONSTRAINT "f";
-- drop table p · SSY0402 · BlocksReads · lock 3 s · statement 300 s · no way back
DROP TABLE "p";
