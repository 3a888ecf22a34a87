using System.Diagnostics;

namespace SchemaSync.Adapters.Tests;

/// <summary>
/// A run over forty tenants by two workers, of which one is killed again and again, and then resumed. CONTRIBUTING says how a thousand
/// tenants and twenty kills were seen.
/// </summary>
public sealed class FleetKillTests : IDisposable
{
    private const string Sqlite = "Sqlite";
    private const int Tenants = 40, Kills = 5;

    private readonly string _folder = Directory.CreateTempSubdirectory("schemasync-fleet").FullName;
    private readonly Random _random = new(13);
    private string _verb = "fleet";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Places => [Sqlite, TestServer.PostgreSql15.ToString(), TestServer.MySql97.ToString(),
        TestServer.MariaDb1011.ToString()];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Places))]
    public Task Every_tenant_is_brought_to_the_target_once_whoever_dies(string place) => RunAsync(place);

    [Theory]
    [InlineData(Sqlite)]
    [InlineData("PostgreSql 15")]
    public Task The_same_holds_for_an_application_with_the_library(string place)
    {
        _verb = "library";
        return RunAsync(place);
    }

    private async Task RunAsync(string place)
    {
        using var server = place == Sqlite ? null : TestServer.Of(place).CreateDatabase();
        var prefix = $"k{Guid.NewGuid():n}"[..12];
        string[] names = [.. Enumerable.Range(0, Tenants).Select(i => $"{prefix}_{i:00}")];
        var template = Template(server);
        try
        {
            Assert.Equal(0, (await WorkAsync(template, await SnapshotAsync(server, "id int PRIMARY KEY"), names, "first.db", 0)).Code);
            var target = await SnapshotAsync(server, "id int PRIMARY KEY, note int");
            var steady = WorkAsync(template, target, names, "second.db", 150);
            for (var i = 0; i < Kills; i++) await KilledAsync(template, target, names);
            var last = await WorkAsync(template, target, names, "second.db", 0);
            Assert.Equal((0, 0), ((await steady).Code, last.Code));
            foreach (var name in names) Assert.Equal("2", Succeeded(server, template, name));
        }
        finally
        {
            Drop(server, names);
        }
    }

    private (TenantContext Any, string? Schema) Template(TestDatabase? server) => server is null
        ? (new(Sqlite, Sqlite, $"Data Source={_folder}/{{tenant}}.db"), null)
        : server.Server.IsPostgreSql ? (server.Tenant, "{tenant}")
        : (server.Tenant with { ConnectionString = server.Server.ConnectionStringTo("{tenant}") }, null);

    private async Task KilledAsync((TenantContext Any, string? Schema) template, string target, string[] names)
    {
        using var worker = Start(template, target, names, "second.db", 0);
        while (await worker.StandardOutput.ReadLineAsync(Token) is { } line && line != "begins") Assert.NotEmpty(line);
        await Task.Delay(_random.Next(100, 900), Token);
        worker.Kill();
        await worker.WaitForExitAsync(Token);
    }

    private async Task<(int Code, string Output)> WorkAsync((TenantContext Any, string? Schema) template, string target, string[] names,
        string control, int pause)
    {
        using var worker = Start(template, target, names, control, pause);
        var error = worker.StandardError.ReadToEndAsync(Token);
        var output = await worker.StandardOutput.ReadToEndAsync(Token);
        await worker.WaitForExitAsync(Token);
        Assert.True(worker.ExitCode == 0, output + await error);
        return (worker.ExitCode, output);
    }

    private Process Start((TenantContext Any, string? Schema) template, string target, string[] names, string control, int pause) =>
        Process.Start(new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "SchemaSync.CrashHost.dll"), _verb,
            template.Any.Provider, template.Any.ConnectionString, template.Schema ?? "", target, Path.Combine(_folder, control),
            string.Join(',', names), $"{pause}"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;

    // As its own server prints it.
    private async Task<string> SnapshotAsync(TestDatabase? server, string columns)
    {
        var file = Path.Combine(_folder, $"{Guid.NewGuid():n}.json");
        var sql = $"CREATE TABLE things ({columns}); CREATE TABLE others (id int PRIMARY KEY, thing int REFERENCES things (id))";
        if (server is null)
        {
            var path = Path.Combine(_folder, "model.sqlite");
            File.Delete(path);
            using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Pooling=false"))
            {
                connection.Open();
                using var command = connection.CreateCommand();
                command.CommandText = sql;
                command.ExecuteNonQuery();
            }

            await SaveAsync(new SqliteAdapter(), new(Sqlite, Sqlite, $"Data Source={path}"), file);
        }
        else
        {
            using var model = server.Server.CreateDatabase().Run(sql);
            await SaveAsync(MySqlOrPostgreSql(model.Tenant.Provider), model.Tenant, file);
        }

        return file;
    }

    private static async Task SaveAsync(DatabaseAdapter adapter, TenantContext tenant, string file) =>
        await File.WriteAllTextAsync(file, SnapshotFile.Write(await new SchemaSyncEngine(new AdapterRegistry(adapter))
            .SnapshotAsync(tenant, Token)), Token);

    private static DatabaseAdapter MySqlOrPostgreSql(string provider) => provider switch
    {
        ProviderNames.PostgreSql => new PostgreSqlAdapter(),
        ProviderNames.MySql => new MySqlAdapter(),
        _ => new MariaDbAdapter(),
    };

    private static string Succeeded(TestDatabase? server, (TenantContext Any, string? Schema) template, string name)
    {
        const string Count = "SELECT count(*) FROM ";
        if (server is { Server.IsPostgreSql: true })
            return server.Query($"{Count}__schemasync.__schemasync_ledger WHERE outcome = 'succeeded' AND tenant = '{name}'");
        if (server is not null) return server.Query($"{Count}`{name}`.__schemasync_ledger WHERE outcome = 'succeeded'");
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection(
            template.Any.ConnectionString.Replace("{tenant}", name, StringComparison.Ordinal) + ";Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Count + "__schemasync_ledger WHERE outcome = 'succeeded'";
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture)!;
    }

    private static void Drop(TestDatabase? server, string[] names)
    {
        if (server is null || server.Server.IsPostgreSql) return;
        foreach (var name in names) server.Run($"DROP DATABASE IF EXISTS `{name}`");
    }
}
