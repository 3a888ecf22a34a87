-- drop sequence s · SSY0402 · BlocksDdl · None · lock 3 s · no way back
DROP SEQUENCE `s`;
