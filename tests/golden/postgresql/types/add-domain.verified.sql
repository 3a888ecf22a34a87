-- add domain d · lock 3 s · statement 300 s
CREATE DOMAIN "d" AS character varying(20) COLLATE "C" DEFAULT ('x'::character varying) NOT NULL CONSTRAINT "c" CHECK (((VALUE)::text <> ''::text)) CONSTRAINT "e" CHECK ((length((VALUE)::text) > 0));
-- add table t · lock 3 s · statement 300 s
CREATE TABLE "t" (
  "a" d
);
