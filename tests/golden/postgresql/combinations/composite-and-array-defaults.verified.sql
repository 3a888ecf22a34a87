-- add table t · lock 3 s · statement 300 s
CREATE TABLE "t" (
  "a" c DEFAULT (ROW(1, 'x,"y'::text)),
  "b" c[] DEFAULT (ARRAY[ROW(1, 'a'::text)::c]),
  "e" d DEFAULT ('(2,"b c")'::c),
  "f" integer[] DEFAULT ('{{1,2},{3,4}}'::integer[]),
  "g" text[] DEFAULT (ARRAY['a,b'::text, NULL::text, '"'::text])
);
