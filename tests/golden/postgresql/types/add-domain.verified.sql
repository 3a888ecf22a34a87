CREATE DOMAIN "d" AS character varying(20) COLLATE "C" DEFAULT ('x'::character varying) NOT NULL CONSTRAINT "c" CHECK (((VALUE)::text <> ''::text)) CONSTRAINT "e" CHECK ((length((VALUE)::text) > 0));
CREATE TABLE "t" (
  "a" d
);
