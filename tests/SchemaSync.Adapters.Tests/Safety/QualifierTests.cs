namespace SchemaSync.Adapters.Tests;

/// <summary>Which names before a point mean the own database or schema: by tokens, and where they do not tell, not at all.</summary>
public sealed class QualifierTests
{
    [Theory]
    [InlineData("INSERT INTO ta.log VALUES (1)", "INSERT INTO `{schema}`.log VALUES (1)")]
    [InlineData("INSERT ta.log VALUES (1)", "INSERT `{schema}`.log VALUES (1)")]
    [InlineData("SELECT ta.log.id FROM ta . `log`, `ta`.t", "SELECT `{schema}`.log.id FROM `{schema}` . `log`, `{schema}`.t")]
    [InlineData("SELECT ta.f(1), 'ta.x' FROM t", "SELECT `{schema}`.f(1), 'ta.x' FROM t")]
    [InlineData("UPDATE ta.t SET x = 1", "UPDATE `{schema}`.t SET x = 1")]
    [InlineData("CALL ta.p", "CALL `{schema}`.p")]
    [InlineData("SET x = NEXTVAL(ta.s)", "SET x = NEXTVAL(`{schema}`.s)")]
    [InlineData("SELECT ta.id, ta.x FROM t ta", null)]
    [InlineData("SELECT ta.* FROM t AS ta", null)]
    [InlineData("SELECT ta.id FROM ta.t ta JOIN ta.u ON ta.id = u.id",
        "SELECT ta.id FROM `{schema}`.t ta JOIN `{schema}`.u ON ta.id = u.id")]
    [InlineData("SELECT EXTRACT(YEAR FROM ta.d) FROM t ta", null)]
    [InlineData("INSERT INTO t VALUES (1) ON DUPLICATE KEY UPDATE ta.x = 1", null)]
    [InlineData("SET NEW.ta = NEW.x", null)]
    [InlineData("SELECT x.ta.y, TA.z FROM TA.t", null)]
    [InlineData("CREATE TABLE x LIKE ta.t", "CREATE TABLE x LIKE `{schema}`.t")]
    [InlineData("SELECT 1 FROM t ta WHERE 'a' LIKE ta.x", null)]
    [InlineData("SELECT 1 FROM (t ta, ta.u)", "SELECT 1 FROM (t ta, `{schema}`.u)")]
    [InlineData("SELECT 1 FROM ((ta.t JOIN other.u) STRAIGHT_JOIN (ta.v))",
        "SELECT 1 FROM ((`{schema}`.t JOIN other.u) STRAIGHT_JOIN (`{schema}`.v))")]
    [InlineData("SELECT 1 FROM x JOIN ((ta.w, ta.x) JOIN y)", "SELECT 1 FROM x JOIN ((`{schema}`.w, `{schema}`.x) JOIN y)")]
    [InlineData("SELECT 1 FROM x, (ta.u JOIN y)", "SELECT 1 FROM x, (`{schema}`.u JOIN y)")]
    [InlineData("SELECT ((ta.x) + f((ta.y), (ta.z))), EXTRACT(YEAR FROM (ta.d)) FROM t ta WHERE ((ta.id)) IN ((ta.y), (ta.x))", null)]
    [InlineData("DELETE FROM x USING ta.u WHERE x.id = 1", "DELETE FROM x USING `{schema}`.u WHERE x.id = 1")]
    [InlineData("DROP TABLE IF EXISTS ta.x", "DROP TABLE IF EXISTS `{schema}`.x")]
    public void In_the_words_of_MySQL(string body, string? left) =>
        Assert.Equal(left ?? body, Left(new MySqlHome("ta", ignoresCase: false), ProviderNames.MySql, body));

    [Theory]
    [InlineData("DECLARE r ta.log%ROWTYPE; x ta.col%TYPE; y ta.t.c%TYPE; BEGIN END",
        "DECLARE r \"{schema}\".log%ROWTYPE; x ta.col%TYPE; y \"{schema}\".t.c%TYPE; BEGIN END")]
    [InlineData("SELECT x::ta.kind, CAST(y AS ta.kind) FROM ONLY \"ta\".t",
        "SELECT x::\"{schema}\".kind, CAST(y AS \"{schema}\".kind) FROM ONLY \"{schema}\".t")]
    [InlineData("SELECT 1 WHERE a IS DISTINCT FROM ta.x", null)]
    [InlineData("PERFORM TA.f(1)", "PERFORM \"{schema}\".f(1)")]
    [InlineData("FOR ta IN SELECT * FROM ta.t LOOP RETURN NEXT ta.id; END LOOP",
        "FOR ta IN SELECT * FROM \"{schema}\".t LOOP RETURN NEXT ta.id; END LOOP")]
    [InlineData("SELECT a INTO ta.x FROM t ta", "(doubt)")]
    public void In_the_words_of_PostgreSQL(string body, string? left) =>
        Assert.Equal(left ?? body, Left(new PostgreSqlHome("ta"), ProviderNames.PostgreSql, body));

    [Theory]
    [InlineData("INSERT INTO other.log SELECT o.x, other.f(1) FROM t o WHERE o.y = mysql.z", "the database other")]
    [InlineData("SELECT EXTRACT(YEAR FROM o.d), NEW.x FROM t o", "")]
    [InlineData("SELECT 1 FROM information_schema.tables", "")]
    [InlineData("SET @s = 'DELETE FROM `ta`.log', @t = 'data.log'", "ta in a text constant, where it stays what it is")]
    public void Other_places_are_told(string body, string places) =>
        Assert.Equal(places,
            string.Join("; ",
                new MySqlHome("ta", ignoresCase: false).Others(new Routine { Name = new("p"), IsProcedure = true, Body = new(body) },
                    new HashSet<string>())));

    [Fact]
    public void An_argument_that_is_called_like_the_schema_is_no_schema()
    {
        var routine = new Routine { Name = new("f"), Arguments = "ta record", Body = new("SELECT 1 FROM ta.t"), Language = "plpgsql" };
        Assert.Equal("SELECT 1 FROM \"{schema}\".t", Body(new PostgreSqlHome("ta"), ProviderNames.PostgreSql, routine));
        Assert.Equal("(doubt)", Body(new PostgreSqlHome("ta"), ProviderNames.PostgreSql, routine with { Body = new("r ta.t") }));
    }

    [Fact]
    public void A_statement_gets_the_name_of_the_place_it_is_sent_to()
    {
        Assert.Equal("INSERT INTO `t``b`.log VALUES ('`{schema}`')",
            new MySqlHome("t`b", ignoresCase: false).Enter("INSERT INTO `{schema}`.log VALUES ('`{schema}`')"));
        var sql = new PostgreSqlHome("t$$b").Enter(
            "CREATE FUNCTION f() RETURNS void LANGUAGE sql SET search_path TO \"{schema}\" AS $$ DELETE FROM \"{schema}\".log $$");
        Assert.Equal("CREATE FUNCTION f() RETURNS void LANGUAGE sql SET search_path TO \"t$$b\" AS $body$ DELETE FROM \"t$$b\".log $body$",
            sql);
    }

    private static string Left(Home home, string provider, string body) =>
        Body(home, provider,
            new Routine
            {
                Name = new("p"),
                IsProcedure = true,
                Body = new(body),
                Language = provider == ProviderNames.PostgreSql ? "plpgsql" : null,
            });

    private static string Body(Home home, string provider, Routine routine)
    {
        var left = home.Leave(new() { Form = new(provider, IsServer: true), Objects = [routine] });
        return left.Unsupported.IsEmpty ? ((Routine)left.Objects[0]).Body.Text : "(doubt)";
    }
}
