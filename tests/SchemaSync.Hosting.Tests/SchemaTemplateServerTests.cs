using MySqlConnector;
using Npgsql;
using SchemaSync.Adapters.Tests;
using SchemaSync.Testing;
using Copy = SchemaSync.Testing.TestDatabase;

namespace SchemaSync.Hosting.Tests;

/// <summary>A fresh database for each test, on servers.</summary>
public sealed class SchemaTemplateServerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Servers => ["PostgreSql 13", "PostgreSql 18", "MySql 9.7", "MariaDb 10.11"];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Each_test_has_a_database_of_its_own_with_the_declared_schema(string server)
    {
        await using var template = await TemplateAsync(server, Shops.Target(3));
        var databases = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => template.CreateDatabaseAsync(Token)));
        foreach (var (database, number) in databases.Select((d, i) => (d, i)))
        {
            await database.AssertAsDeclaredAsync(Token);
            await DoAsync(database, "INSERT INTO orders_1 (text_0) VALUES ('a')");
            if (number == 1) await DoAsync(database, "DROP TABLE orders_2");
        }

        Assert.Equal(1L, await DoAsync(databases[0], "SELECT count(*) FROM orders_1"));
        Assert.Equal(0L, await DoAsync(databases[0], "SELECT count(*) FROM orders_2"));
        var found = await Assert.ThrowsAsync<SchemaSyncException>(() => databases[1].AssertAsDeclaredAsync(Token));
        Assert.Equal(["SSY0625", "SSY1001"], found.Diagnostics.Select(d => d.Entry.Code));
        Assert.Contains("is not as declared: it differs in one place", found.Message, StringComparison.Ordinal);

        await databases[0].DisposeAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => DoAsync(databases[0], "SELECT count(*) FROM orders_1"));
        Assert.Equal(1L, await DoAsync(databases[2], "SELECT count(*) FROM orders_1"));
    }

    [Theory]
    [InlineData("PostgreSql 18")]
    [InlineData("MySql 9.7")]
    public async Task What_a_killed_run_left_is_dropped_by_the_next(string server)
    {
        var (left, other) = ("schemasync_test_1_0", "schemasync_test_notes");
        await using var before = await TemplateAsync(server, Shops.Target());
        var running = await before.CreateDatabaseAsync(Token);
        foreach (var name in new[] { left, other }) await OnServerAsync(server, $"DROP DATABASE IF EXISTS {name}");
        foreach (var name in new[] { left, other }) await OnServerAsync(server, $"CREATE DATABASE {name}");

        await using var template = await TemplateAsync(server, Shops.Target());
        await OnServerAsync(server, $"CREATE DATABASE {left}");
        foreach (var name in new[] { left, other }) await OnServerAsync(server, $"DROP DATABASE IF EXISTS {name}");
        await running.AssertAsDeclaredAsync(Token);
    }

    [Fact]
    public async Task A_declaration_that_cannot_be_held_leaves_nothing_behind()
    {
        View view = new() { Name = new("v"), Definition = new("SELECT nothing FROM nowhere") };
        var target = SchemaTarget.Of(new SchemaModel { Providers = ProviderNames.All, Objects = [view] });
        await Assert.ThrowsAsync<SchemaSyncException>(() => TemplateAsync("PostgreSql 18", target));
    }

    [Fact]
    public async Task A_server_needs_a_connection() => Assert.Equal("SSY0205", (await Assert.ThrowsAsync<SchemaSyncException>(() =>
        SchemaTemplate.CreateAsync(DatabaseProvider.PostgreSql, Shops.Target(), cancellationToken: Token))).Diagnostics[0].Entry.Code);

    private static Task<SchemaTemplate> TemplateAsync(string server, SchemaTarget target) =>
        SchemaTemplate.CreateAsync(new(TestServer.Of(server).Provider), target, TestServer.Of(server).ConnectionString, Token);

    private static async Task<object?> DoAsync(Copy database, string sql)
    {
        await using System.Data.Common.DbConnection connection = database.Tenant.Provider == ProviderNames.PostgreSql
            ? new NpgsqlConnection(database.ConnectionString) : new MySqlConnection(database.ConnectionString);
        await connection.OpenAsync(Token);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(Token);
    }

    private static async Task OnServerAsync(string server, string sql)
    {
        await using var connection = TestServer.Of(server).Connect(TestServer.Of(server).ConnectionString);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Token);
    }
}
