using SchemaSync.Adapters.Tests;

namespace SchemaSync.Engine.Tests.Execution;

/// <summary>The same faults and the same cure on servers, where names and rights are others.</summary>
public sealed class LedgerServerTests
{
    [Theory]
    [InlineData("PostgreSql 15")]
    [InlineData("MySql 9.7")]
    [InlineData("MariaDb 11.8")]
    public async Task A_ledger_that_cannot_be_read_stops_those_who_write_until_it_is_put_aside(string server)
    {
        using var database = TestServer.Of(server).CreateDatabase();
        var scene = Scene(database);
        await scene.DamagedAsync("UPDATE __schemasync_snapshots SET json = replace(json, 'tables', 'tablez')", "no snapshot");
        database.Run(
            "DROP TABLE t; DROP TABLE __schemasync_ledger; DROP TABLE __schemasync_ledger_steps; DROP TABLE __schemasync_snapshots");
        await scene.DamagedAsync("ALTER TABLE __schemasync_ledger DROP COLUMN format", "has no column format");
        database.Run(
            "DROP TABLE t; DROP TABLE __schemasync_ledger; DROP TABLE __schemasync_ledger_steps; DROP TABLE __schemasync_snapshots");
        await scene.NewerAsync("UPDATE __schemasync_ledger SET format = 2", "UPDATE __schemasync_ledger SET format = 1");
    }

    [Fact]
    public async Task A_ledger_that_the_account_may_not_read_names_the_rights()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase();
        await Scene(database).TwoRunsAsync();
        var role = database.Name[..20];
        database.Run(
            $"CREATE ROLE {role} LOGIN; GRANT CREATE ON DATABASE {database.Name} TO {role}; GRANT USAGE ON SCHEMA public TO {role}; "
                + $"GRANT SELECT ON t TO {role}");
        try
        {
            var account = database.Tenant with
            {
                ConnectionString = new Npgsql.NpgsqlConnectionStringBuilder(database.ConnectionString)
                {
                    Username = role,
                    Pooling = false,
                }.ConnectionString,
            };
            var told = await Scene(database, account).ReadersAsync();
            Assert.Contains("grant the account SELECT, INSERT, UPDATE and DELETE on __schemasync_ledger, ",
                told.Message, StringComparison.Ordinal);
            Assert.Equal("SSY0518", await LedgerScene.Code(() => Scene(database, account).SyncAsync("a", "b", "c")));
            Assert.Equal("SSY0518", await LedgerScene.Code(() => Scene(database, account).Engine.SetLedgerAsideAsync(account)));
        }
        finally
        {
            database.Run($"DROP OWNED BY {role}; DROP ROLE {role}");
        }
    }

    [Theory]
    [InlineData("PostgreSql 15")]
    [InlineData("MySql 9.7")]
    public async Task Nothing_of_the_connection_is_stored(string server)
    {
        using var database = TestServer.Of(server).CreateDatabase();
        var told = new System.Data.Common.DbConnectionStringBuilder
        {
            ConnectionString = database.ConnectionString,
            ["Application Name"] = "s3cret-application",
        };
        var tenant = database.Tenant with { ConnectionString = told.ConnectionString };
        var scene = Scene(database, tenant);
        await scene.TwoRunsAsync();
        var plan = PlanFile.Write(await scene.Engine.PlanAsync(tenant, LedgerScene.Target(tenant.Provider, "t", "a", "b", "c"), new()));
        var snapshot = SnapshotFile.Write(await scene.Engine.SnapshotAsync(tenant));
        var ledger = string.Join('\n', LedgerFormat.Tables.SelectMany(t => database.Rows($"SELECT * FROM {t.Name}")).SelectMany(r => r));
        Assert.All([plan, snapshot, ledger], stored => Assert.DoesNotContain("s3cret", stored, StringComparison.Ordinal));
        Assert.All([plan, snapshot, ledger], stored => Assert.DoesNotContain(database.Name, stored, StringComparison.Ordinal));
    }

    private static LedgerScene Scene(TestDatabase database, TenantContext? tenant = null) =>
        new(new(new AdapterRegistry(LedgerCorpusTests.Adapter(database.Server))),
            tenant ?? database.Tenant, sql => database.Run(sql), database.Query);
}
