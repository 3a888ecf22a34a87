using Microsoft.Data.Sqlite;

namespace SchemaSync.Adapters.Tests;

/// <summary>Other files that an application attaches, and temporary objects, are of its
/// connection: nothing of ours sees them or leads there.</summary>
public sealed class SqliteAttachedTests : IDisposable
{
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new SqliteAdapter()));
    private readonly SqliteFile _file = new(), _other = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _file.Dispose();
        _other.Dispose();
    }

    [Fact]
    public async Task What_an_application_attaches_and_keeps_for_itself_is_left_alone()
    {
        _file.Run("CREATE TABLE t (id INTEGER PRIMARY KEY); INSERT INTO t VALUES (1)");
        _other.Run("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT); CREATE TABLE theirs (id INTEGER); INSERT INTO t VALUES (7, 'x')");
        var before = await File.ReadAllBytesAsync(_other.Path, Token);
        await using var application = new SqliteConnection($"Data Source={_file.Path};Pooling=False");
        await application.OpenAsync(Token);
        await RunAsync(application, $"""
            ATTACH '{_other.Path}' AS aux; CREATE TEMP TABLE mine (id INTEGER); CREATE TEMP VIEW seen AS SELECT id FROM aux.t;
            CREATE TEMP TRIGGER g AFTER INSERT ON main.t BEGIN INSERT INTO mine VALUES (NEW.id); END
            """);
        var read = await Engine.SnapshotAsync(_file.Tenant, Token);
        Assert.Equal("table t", Assert.Single(read.Objects.Select(o => ObjectId.Of(o).ToString())));
        Assert.Empty(read.Unsupported);

        using var wanted =
            new SqliteFile().Run("CREATE TABLE t (id INTEGER PRIMARY KEY, b INTEGER CHECK (b > 0)); CREATE VIEW seen AS SELECT b FROM t");
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(wanted.Tenant, Token));
        Assert.Equal(Outcome.Done,
            (await Engine.SyncTenantAsync(_file.Tenant, target, execute: true, MySqlServers.Everything, Token)).Outcome);
        Assert.True((await Engine.ValidateAsync(_file.Tenant, target, Token)).IsEqual);
        await RunAsync(application, "INSERT INTO main.t (id, b) VALUES (2, 5)");
        Assert.Equal("2", await AskAsync(application, "SELECT group_concat(id) FROM mine"));
        Assert.Equal("7", await AskAsync(application, "SELECT id FROM seen"));
        await application.CloseAsync();
        Assert.Equal(before, await File.ReadAllBytesAsync(_other.Path, Token));
    }

    [Theory]
    [InlineData("view v", "SELECT id FROM aux.t", "cannot reference objects in database aux")]
    [InlineData("view v", "SELECT count(*) AS n FROM aux.sqlite_schema", "cannot reference objects in database aux")]
    [InlineData("view v", "SELECT id FROM temp.t", "cannot reference objects in database temp")]
    [InlineData("trigger g on t", "INSERT INTO t SELECT id FROM aux.t;", "cannot reference objects in database aux")]
    [InlineData("trigger g on t", "INSERT INTO aux.t VALUES (NEW.id);", "qualified table names are not allowed")]
    [InlineData("trigger g on t", "DELETE FROM temp.t;", "qualified table names are not allowed")]
    public async Task No_view_and_no_trigger_leads_there(string subject, string text, string said)
    {
        TopLevelObject body = subject == "view v"
            ? new View { Name = new("v"), Definition = new(text) }
            : new Trigger
            {
                Name = new("g"),
                On = new("t"),
                Timing = TriggerTiming.After,
                Events = [TriggerEvent.Insert],
                Body = new(text),
            };
        var refused = await Refused(Table, body);
        Assert.Equal("SSY0207", refused.Entry.Code);
        Assert.Equal(subject, refused.Subject.ToString());
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_foreign_key_leads_there()
    {
        var key = new ForeignKey { Columns = [new("id")], ReferencedTable = new(new("aux"), new("t")), ReferencedColumns = [new("id")] };
        var refused = await Refused(Table with { ForeignKeys = [key] });
        Assert.Equal("SSY0202", refused.Entry.Code);
        Assert.Contains("a foreign key to a table of another database, which SQLite lacks", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_check_leads_there() =>
        Assert.Equal("SSY0207",
            (await Refused(Table with { CheckConstraints = [new() { Expression = new("id > (SELECT max(id) FROM aux.t)") }] })).Entry.Code);

    [Fact]
    public async Task A_name_that_only_an_application_finds_is_broken_for_us_and_left_alone()
    {
        _file.Run("CREATE TABLE t (id INTEGER NOT NULL)");
        _other.Run("CREATE TABLE elsewhere (id INTEGER)");
        await using var application = new SqliteConnection($"Data Source={_file.Path};Pooling=False");
        await application.OpenAsync(Token);
        // SQLite looks for it when the view is read, in every file of the connection that reads.
        await RunAsync(application, $"ATTACH '{_other.Path}' AS aux; CREATE VIEW v AS SELECT id FROM elsewhere");
        await application.CloseAsync();
        var target = SchemaTarget.Of(new SchemaModel
        {
            Providers = [ProviderNames.Sqlite],
            Objects = [Table with
            {
                Columns = [.. Table.Columns, new() { Name = new("b"), Nullable = true, Type = ColumnType.Of(LogicalType.Int32) }],
            }],
        });
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(_file.Tenant, target, execute: true, MySqlServers.Ours, Token)).Outcome);
        Assert.Equal("CREATE VIEW v AS SELECT id FROM elsewhere", _file.Query("SELECT sql FROM sqlite_schema WHERE name = 'v'"));
        // Declared, it is refused: no other connection would find it.
        var refused = await Refused(Table, new View { Name = new("v"), Definition = new("SELECT id FROM elsewhere") });
        Assert.Equal("SSY0204", refused.Entry.Code);
    }

    private static Table Table =>
        new() { Name = new("t"), Columns = [new() { Name = new("id"), Type = ColumnType.Of(LogicalType.Int64) }] };

    private async Task<Diagnostic> Refused(params TopLevelObject[] objects)
    {
        var failure = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.PlanAsync(_file.Tenant, SchemaTarget.Of(new SchemaModel { Providers = [ProviderNames.Sqlite], Objects = [.. objects] }),
                new(), Token));
        return Assert.Single(failure.Diagnostics);
    }

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Token);
    }

    private static async Task<string?> AskAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(Token), System.Globalization.CultureInfo.InvariantCulture);
    }
}
