-- add column t.p_id · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "p_id" bigint;
-- add foreign key t.f · BlocksWrites · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" ADD CONSTRAINT "f" FOREIGN KEY ("p_id") REFERENCES "p" ("id") NOT VALID;
-- add foreign key t.f · SSY0407 · BlocksDdl · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "t" VALIDATE CONSTRAINT "f";
