-- add enum type state · lock 3 s · statement 300 s
CREATE TYPE "state" AS ENUM ('new', 'done');
-- add domain email · lock 3 s · statement 300 s
CREATE DOMAIN "email" AS text CONSTRAINT "email_check" CHECK ((VALUE ~~ '%@%'::text));
-- add sequence numbers · lock 3 s · statement 300 s
CREATE SEQUENCE "numbers" START WITH 1000;
-- add function next_number() · lock 3 s · statement 300 s
CREATE FUNCTION "next_number"()
 RETURNS bigint
 LANGUAGE "sql"
AS $$SELECT nextval('numbers')$$;
-- add function touch() · lock 3 s · statement 300 s
CREATE FUNCTION "touch"()
 RETURNS trigger
 LANGUAGE "plpgsql"
AS $$BEGIN NEW.note := now()::text; RETURN NEW; END$$;
-- add table customers · lock 3 s · statement 300 s
CREATE TABLE "customers" (
  "id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  "mail" email NOT NULL,
  "since" timestamp with time zone DEFAULT (now()) NOT NULL,
  CONSTRAINT "customers_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "customers_mail_key" UNIQUE ("mail")
);
-- add table orders · lock 3 s · statement 300 s
CREATE TABLE "orders" (
  "id" bigint DEFAULT (next_number()) NOT NULL,
  "customer" bigint NOT NULL,
  "state" state DEFAULT ('new'::state) NOT NULL,
  "total" numeric(12,2) NOT NULL,
  "note" text,
  CONSTRAINT "orders_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "orders_total_check" CHECK ((total >= (0)::numeric))
);
-- add table orders · lock 3 s · statement 300 s
CREATE INDEX "orders_open" ON "orders" ("customer") WHERE (state <> 'done'::state);
-- add table orders · lock 3 s · statement 300 s
ALTER TABLE "orders" ADD CONSTRAINT "orders_customer_fkey" FOREIGN KEY ("customer") REFERENCES "customers" ("id") ON DELETE CASCADE;
-- add table orders · lock 3 s · statement 300 s
ALTER TABLE "orders" ENABLE ROW LEVEL SECURITY;
-- add view open_orders · BlocksReads · lock 3 s · statement 300 s
CREATE VIEW "open_orders" AS
SELECT o.id,
    c.mail,
    o.total
   FROM (orders o
     JOIN customers c ON ((c.id = o.customer)))
  WHERE (o.state = 'new'::state);
-- add materialized view totals · BlocksReads · lock 3 s · statement 300 s
CREATE MATERIALIZED VIEW "totals" AS
SELECT open_orders.mail,
    sum(open_orders.total) AS total
   FROM open_orders
  GROUP BY open_orders.mail;
-- add materialized view totals · BlocksReads · lock 3 s · statement 300 s
CREATE UNIQUE INDEX "totals_mail" ON "totals" ("mail");
-- add trigger touched on orders · BlocksReads · lock 3 s · statement 300 s
CREATE TRIGGER "touched" BEFORE UPDATE ON "orders" FOR EACH ROW EXECUTE FUNCTION touch();
-- add table orders · lock 3 s · statement 300 s
CREATE POLICY "own" ON "orders" TO PUBLIC USING ((customer = (current_setting('app.customer'::text))::bigint));
