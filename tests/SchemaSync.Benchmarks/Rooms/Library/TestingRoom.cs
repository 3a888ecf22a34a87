using Microsoft.Data.Sqlite;
using Npgsql;
using SchemaSync.Hosting;
using SchemaSync.Hosting.Tests;
using SchemaSync.Testing;

namespace SchemaSync.Benchmarks;

/// <summary>A test's fresh database of 50 tables, until its first query is answered. Time on the wall, because a person waits.</summary>
internal sealed class TestingRoom : IRoom
{
    private const string Variable = "SCHEMASYNC_TEST_POSTGRESQL_15", Query = "SELECT count(*) FROM orders_0";

    public string Name => "testing";

    public IEnumerable<Outcome> Measure(Effort effort)
    {
        var target = Shops.Target(effort.Of(50));
        yield return Of("SQLite", DatabaseProvider.Sqlite, null, 3);
        yield return Of("PostgreSQL", DatabaseProvider.PostgreSql, Environment.GetEnvironmentVariable(Variable)
            ?? throw new InvalidOperationException($"{Variable} is not set; start the servers with: eval \"$(build/servers.sh env)\""), 60);

        Outcome Of(string name, DatabaseProvider provider, string? connection, double most)
        {
            var template = SchemaTemplate.CreateAsync(provider, target, connection).GetAwaiter().GetResult();
            try
            {
                var costs = Turns.Take(effort, () => Fresh(template));
                return new($"a test's fresh schema, {name}", null, Quantity.Milliseconds(costs[0].Wall),
                    new Limit.AtMost(Quantity.Milliseconds(most)));
            }
            finally
            {
                template.DisposeAsync().AsTask().GetAwaiter().GetResult();
            }
        }
    }

    private static Cost Fresh(SchemaTemplate template)
    {
        TestDatabase? database = null;
        var cost = Cost.Of(() => database = FreshAsync(template).GetAwaiter().GetResult());
        database!.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return cost;
    }

    private static async Task<TestDatabase> FreshAsync(SchemaTemplate template)
    {
        var database = await template.CreateDatabaseAsync();
        await using System.Data.Common.DbConnection connection = database.Tenant.Provider == ProviderNames.Sqlite
            ? new SqliteConnection(database.ConnectionString) : new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = Query;
        await command.ExecuteScalarAsync();
        return database;
    }
}
