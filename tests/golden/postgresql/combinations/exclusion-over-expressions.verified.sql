-- add exclusion constraint t.x · SSY0405 SSY0407 · BlocksReads · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "t" ADD CONSTRAINT "x" EXCLUDE USING gist (int4range(a, b) WITH &&) INCLUDE (c);
-- add exclusion constraint t.y · SSY0405 SSY0407 · BlocksReads · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "t" ADD CONSTRAINT "y" EXCLUDE USING btree (lower(c) COLLATE "C" text_pattern_ops DESC WITH =) WITH (fillfactor='70') WHERE ((c <> ''::text)) DEFERRABLE INITIALLY DEFERRED;
