-- add function depth(integer) · lock 3 s · statement 300 s
CREATE FUNCTION "depth"(x integer)
 RETURNS integer
 LANGUAGE "sql"
 STABLE
AS $$SELECT cardinality(path) FROM paths WHERE id = x$$;
-- add table tree · lock 3 s · statement 300 s
CREATE TABLE "tree" (
  "id" integer NOT NULL,
  "parent" integer,
  CONSTRAINT "tree_pkey" PRIMARY KEY ("id")
);
-- add table tree · lock 3 s · statement 300 s
ALTER TABLE "tree" ADD CONSTRAINT "tree_parent_fkey" FOREIGN KEY ("parent") REFERENCES "tree" ("id");
-- add view depths · BlocksReads · lock 3 s · statement 300 s
CREATE VIEW "depths" AS
SELECT tree.id,
    depth(tree.id) AS d
   FROM tree;
-- add view paths · BlocksReads · lock 3 s · statement 300 s
CREATE VIEW "paths" AS
WITH RECURSIVE p AS (
         SELECT tree.id,
            ARRAY[tree.id] AS path
           FROM tree
          WHERE (tree.parent IS NULL)
        UNION ALL
         SELECT t.id,
            (p_1.path || t.id)
           FROM (tree t
             JOIN p p_1 ON ((p_1.id = t.parent)))
        )
 SELECT p.id,
    p.path
   FROM p;
