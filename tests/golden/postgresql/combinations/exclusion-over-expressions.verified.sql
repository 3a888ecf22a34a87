-- Alone
ALTER TABLE "t" ADD CONSTRAINT "x" EXCLUDE USING gist (int4range(a, b) WITH &&) INCLUDE (c);
-- Alone
ALTER TABLE "t" ADD CONSTRAINT "y" EXCLUDE USING btree (lower(c) COLLATE "C" text_pattern_ops DESC WITH =) WITH (fillfactor='70') WHERE ((c <> ''::text)) DEFERRABLE INITIALLY DEFERRED;
