namespace SchemaSync.Adapters.Tests;

/// <summary>One thing that PostgreSQL has and the model has no words for.</summary>
/// <param name="Name">What messages call the object.</param>
/// <param name="Sql">Makes it; the table <c>other</c> beside it is nobody's business.</param>
/// <param name="Change">Makes it another one, as somebody does by hand.</param>
/// <param name="Word">What the server says of it, or how it is called in its object.</param>
public sealed record OpaqueScene(string Name, string Sql, string Change, string Word)
{
    /// <summary>The oldest server that has it.</summary>
    public int Since { get; init; } = 13;

    /// <summary>Whether it is part of an object that the model knows.</summary>
    public bool IsFacet { get; init; }

    private const string Constraint = "CREATE TABLE p (a int PRIMARY KEY); CREATE TABLE t (a int CONSTRAINT k REFERENCES p); ";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<OpaqueScene> All { get; } =
    [
        new("aggregate total(integer)", "CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int)",
            "CREATE OR REPLACE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int, INITCOND = '7')", "SFUNC = int4pl"),
        new("aggregate last(anyelement)",
            "CREATE FUNCTION step(anyelement, anyelement) RETURNS anyelement LANGUAGE sql AS 'SELECT $2'; CREATE AGGREGATE "
            + "last(anyelement) (SFUNC = step, STYPE = anyelement)", "DROP AGGREGATE last(anyelement)", "SFUNC = step, STYPE = anyelement"),
        new("operator ===(integer, integer)", "CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq, COMMUTATOR = ===)",
            "ALTER OPERATOR === (int, int) SET (RESTRICT = eqsel)", "FUNCTION = int4eq"),
        new("operator class down(btree)",
            "CREATE OPERATOR CLASS down FOR TYPE int USING btree AS OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =, OPERATOR 4 <=, "
            + "OPERATOR 5 <, FUNCTION 1 btint4cmp(int, int)",
            "ALTER OPERATOR FAMILY down USING btree ADD FUNCTION 1 (int, bigint) btint48cmp(int, bigint)",
                "OPERATOR 1 > (integer, integer)"),
        new("range type r", "CREATE TYPE r AS RANGE (subtype = float8)",
            "DROP TYPE r; CREATE TYPE r AS RANGE (subtype = float8, subtype_diff = float8mi)", "AS RANGE (SUBTYPE = double precision"),
        new("type b", "CREATE TYPE b; CREATE FUNCTION b_in(cstring) RETURNS b LANGUAGE internal IMMUTABLE STRICT AS 'textin'; CREATE "
            + "FUNCTION b_out(b) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout'; CREATE TYPE b (INPUT = b_in, "
            + "OUTPUT = b_out, LIKE = text)",
            "ALTER TYPE b SET (STORAGE = external)", "INPUT = b_in"),
        new("collation k", "CREATE COLLATION k (locale = 'C')", "DROP COLLATION k; CREATE COLLATION k (locale = 'POSIX')",
            "LC_COLLATE = 'C'"),
        new("conversion c", "CREATE CONVERSION c FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8",
            "DROP CONVERSION c; CREATE DEFAULT CONVERSION c FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8", "FOR 'LATIN1' TO 'UTF8'"),
        new("text search dictionary d", "CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = simple)",
            "ALTER TEXT SEARCH DICTIONARY d (accept = false)", "TEMPLATE = simple"),
        new("text search configuration c", "CREATE TEXT SEARCH CONFIGURATION c (COPY = simple)",
            "ALTER TEXT SEARCH CONFIGURATION c ALTER MAPPING FOR asciiword WITH english_stem", "MAPPING FOR asciiword WITH simple"),
        new("text search parser p",
            "CREATE TEXT SEARCH PARSER p (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype)",
            "DROP TEXT SEARCH PARSER p; CREATE TEXT SEARCH PARSER p (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, "
                + "LEXTYPES = prsd_lextype, HEADLINE = prsd_headline)", "START = prsd_start"),
        new("text search template m", "CREATE TEXT SEARCH TEMPLATE m (LEXIZE = dsimple_lexize)",
            "DROP TEXT SEARCH TEMPLATE m; CREATE TEXT SEARCH TEMPLATE m (LEXIZE = dsimple_lexize, INIT = dsimple_init)",
            "LEXIZE = dsimple_lexize"),
        new("statistics object s on t", "CREATE TABLE t (a int, b int); CREATE STATISTICS s ON a, b FROM t",
            "ALTER STATISTICS s SET STATISTICS 7", "CREATE STATISTICS s ON a, b FROM t"),
        new("rule r on t", "CREATE TABLE t (a int); CREATE RULE r AS ON INSERT TO t DO ALSO NOTHING", "ALTER TABLE t DISABLE RULE r",
            "ON INSERT TO t DO NOTHING"),
        new("rule r on v",
            "CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t; CREATE RULE r AS ON DELETE TO v DO INSTEAD DELETE FROM t",
            "CREATE OR REPLACE RULE r AS ON DELETE TO v DO INSTEAD NOTHING", "DELETE FROM t"),
        new("cast e AS integer",
            "CREATE TYPE e AS ENUM ('a'); CREATE FUNCTION e_int(e) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE CAST (e AS int) "
            + "WITH FUNCTION e_int(e)",
            "DROP CAST (e AS int); CREATE CAST (e AS int) WITH FUNCTION e_int(e) AS ASSIGNMENT", "WITH FUNCTION e_int(e)"),
        new("foreign table f",
            "CREATE FOREIGN TABLE f (a int OPTIONS (x '1'), b text DEFAULT 'q', CHECK (a > 0)) SERVER far OPTIONS (place 'there', "
            + "password 'hush')", "ALTER FOREIGN TABLE f ALTER b SET NOT NULL", "SERVER far OPTIONS (password ***, place 'there')"),
        new("function f()", "CREATE FUNCTION f() RETURNS int LANGUAGE internal AS 'pg_backend_pid'", "ALTER FUNCTION f() COST 5",
            "LANGUAGE internal"),
        new("trigger g on t",
            "CREATE TABLE t (a int); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE "
            + "CONSTRAINT TRIGGER g AFTER INSERT ON t FROM elsewhere.p FOR EACH ROW EXECUTE FUNCTION f()",
            "ALTER TABLE t DISABLE TRIGGER g", "FROM elsewhere.p"),
        new("table pg_class", "CREATE TABLE pg_class (a int)",
            "DO $$ BEGIN EXECUTE format('ALTER TABLE %I.pg_class ADD b int', current_schema()); END $$", "\"pg_class\""),
        new("table c", "CREATE TABLE p (a int); CREATE TABLE c (b int) INHERITS (p)", "ALTER TABLE c NO INHERIT p",
            "INHERITS") { IsFacet = true },
        new("table t", "CREATE TYPE ct AS (a int); CREATE TABLE t OF ct", "ALTER TABLE t NOT OF", "OF") { IsFacet = true },
        new("table t", "CREATE TABLE t PARTITION OF elsewhere.q FOR VALUES IN ({0})", "ALTER TABLE elsewhere.q DETACH PARTITION t",
            "PARTITION OF") { IsFacet = true },
        new("table t", Constraint + "ALTER TABLE t DISABLE TRIGGER ALL", "ALTER TABLE t ENABLE TRIGGER ALL",
            "CONSTRAINT k") { IsFacet = true },
        new("table t", Constraint + "ALTER TABLE p DISABLE TRIGGER ALL", "ALTER TABLE p ENABLE TRIGGER ALL",
            "CONSTRAINT k") { IsFacet = true },
        new("table q", "CREATE TABLE p (a int, b int) PARTITION BY LIST (a); CREATE TABLE q PARTITION OF p FOR VALUES IN (1); ALTER "
            + "TABLE q ALTER b SET DEFAULT 7", "ALTER TABLE q ALTER b SET DEFAULT 8", "COLUMN b") { IsFacet = true },
        new("table q", "CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE q PARTITION OF p FOR VALUES IN (1); CREATE "
            + "FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; "
            + "CREATE TRIGGER g AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f(); ALTER TABLE q DISABLE TRIGGER g",
                "ALTER TABLE q ENABLE TRIGGER g", "TRIGGER g") { IsFacet = true },
        new("table t", "CREATE TABLE t (a int NOT NULL); COMMENT ON CONSTRAINT t_a_not_null ON t IS 'x'",
            "COMMENT ON CONSTRAINT t_a_not_null ON t IS 'y'", "COMMENT ON CONSTRAINT t_a_not_null") { IsFacet = true, Since = 18 },
        new("table t", "CREATE TABLE t (a int); CREATE INDEX i ON t ((a + 1)); ALTER INDEX i ALTER COLUMN 1 SET STATISTICS 7",
            "ALTER INDEX i ALTER COLUMN 1 SET STATISTICS 8", "ALTER INDEX i") { IsFacet = true },
        new("view v", "CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t; ALTER VIEW v ALTER a SET DEFAULT 3",
            "ALTER VIEW v ALTER a SET DEFAULT 4", "DEFAULT of a") { IsFacet = true },
    ];

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Word}";
}
