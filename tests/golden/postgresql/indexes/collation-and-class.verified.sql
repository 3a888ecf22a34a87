-- None
CREATE INDEX CONCURRENTLY "i" ON "t" ("a" COLLATE "C" text_pattern_ops, "b" varchar_pattern_ops);
