using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace SchemaSync.Adapters.Tests;

/// <summary>Every text comes back as it was declared, from every place that holds one, and arrives the same elsewhere.</summary>
public sealed class TextRoundTripTests
{
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new SqliteAdapter(), new PostgreSqlAdapter(),
        new MySqlAdapter(), new MariaDbAdapter()));

    public static TheoryData<string> Servers { get; } = [TestServer.PostgreSql18.ToString(), TestServer.MySql97.ToString(),
        TestServer.MariaDb1011.ToString(), TestServer.MariaDb118.ToString()];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Every_text_comes_back_from_every_place(string server)
    {
        using var first = TestServer.Of(server).CreateDatabase();
        using var second = TestServer.Of(server).CreateDatabase();
        if (!first.Server.IsPostgreSql) (_, _) = (first.Collated(), second.Collated());
        await ComesBack(first.Tenant, second.Tenant, tenant => first.Server.Connect(tenant.ConnectionString));
    }

    [Fact]
    public async Task Every_text_comes_back_from_every_place_of_SQLite()
    {
        using var first = new SqliteFile();
        using var second = new SqliteFile();
        await ComesBack(first.Tenant, second.Tenant, tenant =>
        {
            var connection = new SqliteConnection($"{tenant.ConnectionString};Pooling=False");
            connection.Open();
            return connection;
        });
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task ComesBack(TenantContext first, TenantContext second, Func<TenantContext, DbConnection> connect)
    {
        var target = SchemaTarget.Of(new TextSchema(first.Provider).Model);
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(first, target, execute: true, MySqlServers.Ours, Token)).Outcome);
        Assert.Empty((await Engine.ValidateAsync(first, target, Token)).Diff.Changes.Select(c => c.ToString()));
        Assert.True((await Engine.PlanAsync(first, target, new PlanOptions(), Token)).IsEmpty);
        var read = await Engine.SnapshotAsync(first, Token);
        Assert.Empty(read.Unsupported);
        await Engine.SyncTenantAsync(second, SchemaTarget.Of(read), execute: true, MySqlServers.Ours, Token);
        Assert.Equal(read.Fingerprint, (await Engine.SnapshotAsync(second, Token)).Fingerprint);
        // Not what somebody prints: what a row gets, and what a query gives.
        foreach (var tenant in (TenantContext[])[first, second])
        {
            await using var connection = connect(tenant);
            Assert.Equal(OddTexts.All, [.. TextSchema.DefaultTables.SelectMany(t => Row(connection, t.Table))]);
            Assert.Equal(OddTexts.All, Row(connection, "k", "v"));
        }
    }

    /// <summary>The texts of the one row of a view or table, after a row was inserted that names nothing but its key.</summary>
    private static IReadOnlyList<string> Row(DbConnection connection, string table, string? view = null)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO {table} (id) VALUES (1)";
        command.ExecuteNonQuery();
        command.CommandText = $"SELECT * FROM {view ?? table}";
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        return [.. Enumerable.Range(0, reader.FieldCount).Where(i => reader.GetName(i) != "id").Select(reader.GetString)];
    }
}
