using Microsoft.Data.Sqlite;

namespace SchemaSync.Adapters.Tests;

/// <summary>New tenants begin with rows: each once, whoever dies, and nobody else.</summary>
public sealed class TenantSeedTests : IDisposable
{
    private const string Sqlite = "Sqlite";

    private static readonly SchemaSyncEngine Engine =
        new(new AdapterRegistry(new PostgreSqlAdapter(), new MySqlAdapter(), new MariaDbAdapter(), new SqliteAdapter()));

    private static readonly string[] Hostile =
    [
        "O'Brien'); DROP TABLE people; --", "back\\slash \\' \\\" ` $$ $1 @p ?", "{schema}.x", "\"{schema}\" `{schema}`.t", "☃ 😀",
        "a\nb\tc", "",
    ];

    private readonly List<Action> _dispose = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Servers =>
        [Sqlite, "PostgreSql 13", "PostgreSql 18", TestServer.MySql97.ToString(), TestServer.MariaDb118.ToString()];

    private static SchemaTarget Target { get; } = SchemaTarget.Of(new SchemaModel
    {
        Providers = ProviderNames.All,
        Objects =
        [
            new Table
            {
                Name = new("people"),
                Columns =
                [
                    new() { Name = new("id"), Type = ColumnType.Of(LogicalType.Int64) },
                    new() { Name = new("na'me \"`"), Type = ColumnType.Of(LogicalType.String) with { MaxLength = 200 } },
                    new() { Name = new("age"), Type = ColumnType.Of(LogicalType.Int32), Nullable = true },
                    new() { Name = new("twice"), Type = ColumnType.Of(LogicalType.Int64), Nullable = true,
                        Computed = new(new("id * 2"), Stored: true) },
                ],
                PrimaryKey = new() { Columns = [IndexPart.Of("id")] },
            },
        ],
    });

    public void Dispose()
    {
        foreach (var dispose in Enumerable.Reverse(_dispose)) dispose();
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Rows_are_values_whatever_stands_in_them(string server)
    {
        var (tenant, query) = Place(server);
        var rows = Hostile.Select((text, i) =>
            $"{{ \"id\": {i}, \"na'me \\\"`\": {System.Text.Json.JsonSerializer.Serialize(text)}, \"age\": null }}");
        var seed = TenantSeed.OfJson("rows.json",
            $"{{ \"people\": [ {string.Join(", ", rows)}, {{ \"id\": 99, \"na'me \\\"`\": \"last\" }} ] }}");
        Assert.Equal(TenantState.Done, (await CreateAsync(tenant, seed)).State);
        var name = server.StartsWith('M') ? "`na'me \"```" : "\"na'me \"\"`\"";
        Assert.Equal(string.Join(';', Hostile.Append("last")), query($"SELECT {name} FROM people ORDER BY id"));
        // Once, also where the table is empty again.
        query("DELETE FROM people");
        Assert.Equal(TenantState.Equal, (await CreateAsync(tenant, seed)).State);
        Assert.Equal("0", query("SELECT count(*) FROM people"));
        Assert.Contains(Assert.Single(await Engine.AuditAsync(tenant, Token)).Steps, s => s.Serves == "run the seed rows.json");
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_tenant_that_is_there_gets_none(string server)
    {
        var name = server.StartsWith('M') ? "`na'me \"```" : "\"na'me \"\"`\"";
        var seed = TenantSeed.OfSql("rows.sql", $"-- a first one;\nINSERT INTO people (id, {name}) VALUES (1, ';');\n;\n"
            + $"INSERT INTO people (id, {name}) SELECT id + 1, 'x' FROM people");
        var (ours, query) = Place(server);
        await Engine.SyncTenantAsync(ours, Target, true, MySqlServers.Ours, Token);
        Assert.Equal(TenantState.Equal, (await CreateAsync(ours, seed)).State);
        Assert.Equal("0", query("SELECT count(*) FROM people"));
        // Somebody made this one by hand, and a column is missing.
        var (theirs, other) = Place(server);
        await Engine.SyncTenantAsync(theirs, Target, true, MySqlServers.Ours, Token);
        other("ALTER TABLE people DROP COLUMN age");
        foreach (var table in new[] { "ledger", "ledger_steps", "snapshots" }) other($"DROP TABLE __schemasync_{table}");
        Assert.Equal(TenantState.Done, (await CreateAsync(theirs, seed)).State);
        Assert.Equal("0", other("SELECT count(*) FROM people"));
        var (fresh, third) = Place(server);
        Assert.Equal(TenantState.Done, (await CreateAsync(fresh, seed)).State);
        Assert.Equal("2", third("SELECT count(*) FROM people"));
    }

    [Theory]
    [InlineData("[]", "is no object with a member for each table")]
    [InlineData("{", "is no JSON")]
    [InlineData("{}", "there is nothing in it")]
    [InlineData("""{ "nobody": [] }""", "the target has no table nobody of the tenant's own")]
    [InlineData("""{ "people": 1 }""", "people is no array of rows")]
    [InlineData("""{ "people": [ {} ] }""", "row 1 of people is no object with values")]
    [InlineData("""{ "people": [ { "id": 1 }, { "id": 2, "id) VALUES (1); --": 1 } ] }""", 
        "row 2 of people has id) VALUES (1); --, and the table")]
    [InlineData("""{ "people": [ { "twice": 1 } ] }""", "row 1 of people has twice, whose values the server makes")]
    [InlineData("""{ "people": [ { "id": "a\u0000b" } ] }""", "a text with a zero character")]
    public async Task Rows_that_do_not_fit_are_refused_before_anything_is_written(string json, string because)
    {
        var (tenant, query) = Place("PostgreSql 15");
        await RefusedAsync(async () => await CreateAsync(tenant, TenantSeed.OfJson("rows.json", json)), because);
        Assert.Equal("0", query("SELECT count(*) FROM pg_namespace WHERE nspname = 'a'"));
    }

    [Theory]
    [InlineData("PostgreSql 15", "INSERT INTO people (id) VALUES (1); COMMIT", "begins with COMMIT")]
    [InlineData("PostgreSql 15", "INSERT INTO people (id) VALUES ('", "it holds")]
    [InlineData("PostgreSql 15", " -- nothing\n;", "there is nothing in it")]
    [InlineData("MySql 9.7", "INSERT INTO people (id) VALUES (1); CREATE TABLE x (id int)", "begins with CREATE, and only INSERT, ")]
    [InlineData("MySql 9.7", "CALL p()", "begins with CALL, and only INSERT, ")]
    [InlineData("MariaDb 10.11", "INSERT INTO elsewhere.people SELECT * FROM people", "names ")]
    [InlineData("MySql 9.7", "INSERT INTO people (id) VALUES (1); INSERT INTO nobody (id) VALUES (1)", "the server refuses a statement")]
    [InlineData("Sqlite", "INSERT INTO nobody (id) VALUES (1)", "the server refuses a statement")]
    public async Task Statements_that_cannot_be_a_part_of_a_run_are_refused(string server, string sql, string because)
    {
        var (tenant, query) = Place(server);
        await RefusedAsync(async () => await CreateAsync(tenant, TenantSeed.OfSql("rows.sql", sql)), because);
        Assert.Empty((await Engine.SnapshotAsync(tenant with { Schema = null }, Token)).Tables);
    }

    [Fact]
    public async Task A_seed_runs_as_the_tenants_role()
    {
        var (tenant, query) = Place("PostgreSql 15");
        var role = $"clerk_{Guid.NewGuid():N}";
        query($"CREATE ROLE {role}; GRANT {role} TO test; SELECT 1");
        var seed = TenantSeed.OfSql("rows.sql", "INSERT INTO people (id, \"na'me \"\"`\") VALUES (1, current_user)");
        Assert.Equal(TenantState.Done, (await CreateAsync(tenant with { Role = role }, seed)).State);
        Assert.Equal(role, query("SELECT \"na'me \"\"`\" FROM people"));
        query($"DROP OWNED BY {role} CASCADE; DROP ROLE {role}; SELECT 1");
    }

    [Theory]
    [InlineData(Sqlite)]
    [InlineData("PostgreSql 15")]
    [InlineData("MySql 9.7")]
    [InlineData("MariaDb 11.8")]
    public async Task Killed_before_any_call_each_tenant_gets_its_rows_once(string server)
    {
        var folder = Directory.CreateTempSubdirectory("schemasync-seed").FullName;
        _dispose.Add(() => Directory.Delete(folder, recursive: true));
        var (snapshot, seed) = (Path.Combine(folder, "target.json"), Path.Combine(folder, "rows.json"));
        var (pattern, _) = Place(server);
        await CreateAsync(pattern, null);
        await File.WriteAllTextAsync(snapshot, SnapshotFile.Write(await Engine.SnapshotAsync(pattern, Token)), Token);
        await File.WriteAllTextAsync(seed,
            """{ "people": [ { "id": 1, "na'me \"`": "a" }, { "id": 2, "na'me \"`": "b", "age": 3 } ] }""", Token);
        var name = server.StartsWith('M') ? "`na'me \"```" : "\"na'me \"\"`\"";
        var ends = 0;
        for (var call = 1; ends == 0; call++)
        {
            var (tenant, query) = Place(server);
            string[] line = ["seed", tenant.Provider, tenant.ConnectionString, tenant.Schema ?? "", snapshot, seed];
            var (code, output) = await CrashRun.StartAsync(line, $"call:{call}");
            if (code != CrashRun.Killed) ends = call;
            Assert.True(code is 0 or CrashRun.Killed, output);
            (code, output) = await CrashRun.StartAsync(line, "");
            Assert.True(code == 0, output);
            Assert.Equal("1|a;2|b", query($"SELECT id, {name} FROM people ORDER BY id"));
            Assert.Single(await Engine.AuditAsync(tenant, Token), r => r.Outcome == LedgerEntry.Succeeded);
        }

        Assert.True(ends > 6, $"{ends} calls");
    }

    [Fact]
    public async Task Tenants_that_share_a_table_get_their_rows_each()
    {
        var (first, query) = Place("PostgreSql 15");
        var shared = new Table
        {
            Name = new QualifiedName(new("common"), new("countries")),
            Columns = [new() { Name = new("id"), Type = ColumnType.Of(LogicalType.Int64) }],
            PrimaryKey = new() { Columns = [IndexPart.Of("id")] },
        };
        var target = SchemaTarget.Of(new SchemaModel { Providers = ProviderNames.All, Objects = [.. Target.Objects, shared] });
        Tenant[] tenants = [new(first), new(first with { Id = "b", Schema = "b" }), new(first with { Id = "c", Schema = "c" })];
        for (var time = 1; time <= 2; time++)
        {
            var report = await new TenantFleet(Engine).SyncAsync(TenantList.Of(tenants), target, execute: true, MySqlServers.Ours,
                new() { Seed = One, StopAfter = 0, Creates = true }, Token);
            Assert.DoesNotContain(report.Tenants, t => t.State == TenantState.Failed);
            foreach (var schema in "abc") Assert.Equal("1", query($"SELECT count(*) FROM {schema}.people"));
        }
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Of_two_runs_at_once_one_brings_the_rows(string server)
    {
        var (tenant, query) = Place(server);
        await CreateAsync(tenant, One, new Once(() => CreateAsync(tenant, One)));
        Assert.Equal("1", query("SELECT count(*) FROM people"));
    }

    // A run that died between its last statement about schemas and its rows, by the rows it leaves.
    [Theory]
    [InlineData("MySql 9.7")]
    [InlineData("MariaDb 11.8")]
    public async Task Rows_that_a_run_owed_when_it_died_come_once(string server)
    {
        async Task DieAsync(TenantContext tenant, Func<string, string> query)
        {
            await Engine.SyncTenantAsync(tenant, Target, true, MySqlServers.Ours, Token);
            query("UPDATE __schemasync_ledger SET outcome = 'running', action = 'create'");
        }

        var (finished, query) = Place(server);
        await DieAsync(finished, query);
        // Two who finish it at once.
        await CreateAsync(finished, One, new Once(() => CreateAsync(finished, One)));
        Assert.Equal("1", query("SELECT count(*) FROM people"));
        var (overtaken, other) = Place(server);
        // Right after this one made its plan, another one dies.
        await CreateAsync(overtaken, One, new Once(() => DieAsync(overtaken, other)));
        Assert.Equal("1", other("SELECT count(*) FROM people"));
        var (deployed, third) = Place(server);
        await DieAsync(deployed, third);
        // A deployment that knows of no rows comes between.
        await Engine.SyncTenantAsync(deployed, Target, true, MySqlServers.Ours, Token);
        Assert.Equal("0", third("SELECT count(*) FROM people"));
        await CreateAsync(deployed, One);
        Assert.Equal("1", third("SELECT count(*) FROM people"));
    }

    private static TenantSeed One => TenantSeed.OfJson("rows.json", """{ "people": [ { "id": 1, "na'me \"`": "a" } ] }""");

    /// <summary>Does something when a plan was made, before it runs.</summary>
    private sealed class Once(Func<Task> work) : IProgress<PlannedRun>
    {
        private Func<Task>? _work = work;

        public void Report(PlannedRun value) => Interlocked.Exchange(ref _work, null)?.Invoke().GetAwaiter().GetResult();
    }

    private static async Task<TenantResult> CreateAsync(TenantContext tenant, TenantSeed? seed, Once? meanwhile = null)
    {
        var options = MySqlServers.Ours with { Planned = meanwhile };
        var result = Assert.Single((await new TenantFleet(Engine).SyncAsync(TenantList.Of(tenant), Target, execute: true, options,
            new() { Seed = seed, StopAfter = 0, Creates = true }, Token)).Tenants);
        return result.State == TenantState.Failed ? throw new SchemaSyncException(result.Diagnostics) : result;
    }

    private static async Task RefusedAsync(Func<Task> work, string because)
    {
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(work);
        Assert.Equal("SSY0616", refused.Diagnostics[0].Entry.Code);
        Assert.Contains(because, refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Where there is no tenant yet, and how it is asked.</summary>
    private (TenantContext Tenant, Func<string, string> Query) Place(string server)
    {
        if (server == Sqlite)
        {
            var file = Path.GetTempFileName();
            _dispose.Add(() => File.Delete(file));
            var connection = $"Data Source={file};Pooling=False";
            return (new("a", ProviderNames.Sqlite, connection), sql => Ask(connection, sql));
        }

        var database = TestServer.Of(server).CreateDatabase();
        _dispose.Add(database.Dispose);
        return database.Server.IsPostgreSql
            ? (database.Tenant with { Schema = "a" }, sql => database.Query($"SET search_path = a; {sql}"))
            : (database.Tenant, database.Query);
    }

    private static string Ask(string connection, string sql)
    {
        using var file = new SqliteConnection(connection);
        file.Open();
        using var command = file.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i))));
        return string.Join(';', rows);
    }
}
