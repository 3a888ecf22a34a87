using SchemaSync.Cli.Tests;
using SchemaSync.Sqlite;

namespace SchemaSync.Import.Tests;

/// <summary>What fails inside somebody's application is one sentence, with what to do.</summary>
public sealed class ImportFailureTests : IDisposable
{
    private const string Secret = "S3cr3t-of-the-shop";

    private readonly Tool _tool = new();

    [Fact]
    public void An_assembly_that_is_not_there_or_is_none_is_told()
    {
        Says(Fails("SSY0963", "nowhere.dll"), "there is no such file");
        File.WriteAllText(_tool.File("text.dll"), "text");
        Says(Fails("SSY0963", "text.dll"), "it is no .NET assembly");
    }

    [Fact]
    public void A_library_for_every_NET_cannot_be_started()
    {
        // What asks the applications is one.
        var standard = Path.Combine(Path.GetDirectoryName(Tool.Program)!, "ef", "schemasync-ef.dll");
        Says(Fails("SSY0963", standard), "it is made for NETStandard 2.0", "--startup-assembly");
    }

    [Fact]
    public void An_application_that_ends_by_itself_is_told_with_its_last_words() =>
        Says(_tool.With("EF_SHOP", "exits").Fails(1, "SSY0963", Import(Application.Web)), "exit code 7", "(the shop is closed)");

    [Fact]
    public void Without_the_design_package_there_is_nobody_to_ask() =>
        Says(Fails("SSY0964", Application.Bare), "EfBare does not have Microsoft.EntityFrameworkCore.Design");

    [Fact]
    public void An_application_without_a_context_is_told()
    {
        Says(_tool.With("EF_SHOP", "empty").Fails(1, "SSY0965", Import(Application.Web)), "EfShopWeb neither holds nor registers");
        Says(Fails("SSY0965", typeof(SqliteAdapter).Assembly.Location), "SchemaSync.Sqlite neither holds nor registers");
    }

    [Fact]
    public void Of_several_contexts_one_is_named()
    {
        const string All = "EfShop.KeylessContext, EfShop.LiteShopContext, EfShop.PostgresShopContext, EfShop.SequenceContext";
        Says(Fails("SSY0966", Application.Library), "EfShop holds several DbContexts", All);
        Says(Fails("SSY0966", Application.Library, "--context", "Shop"), "holds not exactly one DbContext called Shop", All);
    }

    [Fact]
    public void A_context_for_another_database_says_which()
    {
        Says(Fails("SSY0967", Application.Library, "--context", "PostgresShopContext"),
            "EfShop.PostgresShopContext uses Npgsql.EntityFrameworkCore.PostgreSQL, and Sqlite was asked for",
            "give --provider PostgreSql");
        Says(Fails("SSY0967", Application.MySql), "give --provider MySql or --provider MariaDb");
    }

    [Theory]
    [InlineData("EfShop")]
    [InlineData("EfShopWeb")]
    public void An_application_that_fails_says_why_and_no_secret(string assembly)
    {
        _tool.With("EF_SHOP", "fails");
        var run = assembly == "EfShopWeb" ? Fails("SSY0968", Application.Web)
            : Fails("SSY0968", Application.Library, "--startup-assembly", Application.Web, "--context", "LiteShopContext");
        Says(run, "no shop at Host=db", "IDesignTimeDbContextFactory");
        Assert.DoesNotContain(Secret, run.All, StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_that_nobody_gives_is_told() =>
        Says(_tool.With("EF_SHOP", "empty").Fails(1, "SSY0968",
            Import(Application.Library, "--startup-assembly", Application.Web, "--context", "LiteShopContext")),
            "EfShop.LiteShopContext cannot be made: InvalidOperationException: Unable to resolve service for type");

    [Fact]
    public void A_model_that_EF_Core_refuses_is_told_in_its_words()
    {
        Says(Fails("SSY0968", Application.Library, "--context", "KeylessContext"), "'OrderSummary' requires a primary key");
        Says(Fails("SSY0969", Application.Library, "--context", "SequenceContext"), "SQLite does not support sequences");
    }

    [Fact]
    public void A_statement_that_the_server_refuses_is_told_in_its_words() =>
        Says(Fails("SSY0970", Application.Library, "--context", "WrongSqlContext"),
            "EfShop.WrongSqlContext", "CREATE TABLE \"tags\"", "syntax error");

    [Fact]
    public async Task A_table_that_was_made_and_is_not_read_is_told()
    {
        var engine = new SchemaSyncEngine(new AdapterRegistry([new SqliteAdapter()]));
        var schema = new ImportedSchema
        {
            Origin = "Shop",
            Tables = [new(new Identifier("a")), new(new Identifier("b"))],
            Statements = ["CREATE TABLE a (id INTEGER PRIMARY KEY)", "CREATE TEMPORARY TABLE b (id INTEGER PRIMARY KEY)"],
        };
        var e = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            engine.ImportAsync(new("shop", "Sqlite", "Data Source=:memory:"), schema, TestContext.Current.CancellationToken));
        Assert.Equal("SSY0971", Assert.Single(e.Diagnostics).Entry.Code);
        Assert.Contains("read back on scratch: b;", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_written_where_something_fails_and_never_over_the_assembly()
    {
        Fails("SSY0965", typeof(SqliteAdapter).Assembly.Location);
        Assert.False(File.Exists(_tool.File("out.json")));
        File.Copy(Application.Bare, _tool.File("bare.dll"));
        _tool.Fails(1, "SSY0913", "import", "--ef-assembly", "bare.dll", "--provider", "Sqlite", "--output", "bare.dll");
        _tool.Fails(1, "SSY0902", "import", "--provider", "Sqlite", "--output", "out.json");
        _tool.Fails(1, "SSY0903", "import", "--ef-assembly", "bare.dll", "--provider", "PostgreSql", "--output", "out.json");
    }

    public void Dispose() => _tool.Dispose();

    private static string[] Import(string assembly, params string[] options) =>
        ["import", "--ef-assembly", assembly, "--provider", "Sqlite", "--output", "out.json", .. options];

    private ToolRun Fails(string code, string assembly, params string[] options) => _tool.Fails(1, code, Import(assembly, options));

    private static void Says(ToolRun run, params string[] texts) =>
        Assert.All(texts, text => Assert.Contains(text, run.Error, StringComparison.Ordinal));
}
