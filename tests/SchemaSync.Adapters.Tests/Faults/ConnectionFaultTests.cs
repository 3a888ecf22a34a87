using System.Diagnostics;
using Npgsql;

namespace SchemaSync.Adapters.Tests;

/// <summary>Files that a connection needs, servers that take no changes, and what a program of somebody else gets to know.</summary>
public sealed class ConnectionFaultTests
{
    private static readonly SchemaSyncEngine Engine =
        new(new AdapterRegistry(new PostgreSqlAdapter(), new MySqlAdapter(), new MariaDbAdapter()));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("PostgreSql", "Host=127.0.0.1;Port=1;Database=d;Username=u", "Passfile", "missing")]
    [InlineData("PostgreSql", "Host=127.0.0.1;Port=1;Database=d;Username=u", "Passfile", "folder")]
    [InlineData("PostgreSql", "Host=127.0.0.1;Port=1;Database=d;Username=u;SSL Mode=VerifyFull", "Root Certificate", "missing")]
    [InlineData("PostgreSql", "Host=127.0.0.1;Port=1;Database=d;Username=u", "SSL Certificate", "missing")]
    [InlineData("PostgreSql", "Host=127.0.0.1;Port=1;Database=d;Username=u", "SSL Key", "missing")]
    [InlineData("MySql", "Server=127.0.0.1;Port=1;Database=d;User ID=u", "SslCa", "missing")]
    [InlineData("MySql", "Server=127.0.0.1;Port=1;Database=d;User ID=u", "SslCert", "missing")]
    [InlineData("MariaDb", "Server=127.0.0.1;Port=1;Database=d;User ID=u", "SslKey", "folder")]
    [InlineData("MySql", "Server=127.0.0.1;Port=1;Database=d;User ID=u", "Certificate File", "missing")]
    public async Task A_file_of_the_connection_that_cannot_be_read_is_named(string provider, string connection, string keyword, string file)
    {
        using var directory = new TemporaryDirectory();
        var path = directory.File(file);
        if (file == "folder") Directory.CreateDirectory(path);
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.SnapshotAsync(new("t", provider, $"{connection};{keyword}={path}"), Token));
        Assert.Equal("SSY0238", Assert.Single(refused.Diagnostics).Entry.Code);
        Assert.Contains(path, refused.Message, StringComparison.Ordinal);
        Assert.Contains(keyword, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SSL Certificate")]
    [InlineData("Root Certificate")]
    public async Task A_file_that_holds_something_else_is_a_fault_of_the_connection(string keyword)
    {
        using var database = TestServer.PostgreSql15.CreateDatabase();
        using var directory = new TemporaryDirectory();
        await File.WriteAllTextAsync(directory.File("odd.pem"), "no certificate", Token);
        var tenant = database.Tenant with
        {
            ConnectionString =
                $"{database.ConnectionString};SSL Mode=Require;{(keyword == "Root Certificate" ? "SSL Mode=VerifyFull;" : "")}"
                    + $"{keyword}={directory.File("odd.pem")}",
        };
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.SnapshotAsync(tenant, Token));
        Assert.StartsWith("SSY02", Assert.Single(refused.Diagnostics).Entry.Code, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_set_to_take_no_changes_is_left_as_it_is()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase().Run("CREATE TABLE theirs (a int)");
        using var wanted = TestServer.PostgreSql15.CreateDatabase().Run("CREATE TABLE t (a int)");
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(wanted.Tenant, Token));
        database.Run($"ALTER DATABASE {database.Name} SET default_transaction_read_only = on");
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.SyncTenantAsync(database.Tenant, target, execute: true, FaultScene.Everything, Token));
        var diagnostic = Assert.Single(refused.Diagnostics);
        Assert.Equal("SSY0237", diagnostic.Entry.Code);
        Assert.Contains("default_transaction_read_only", diagnostic.Message, StringComparison.Ordinal);
        Assert.EndsWith("nothing was changed", diagnostic.Message, StringComparison.Ordinal);
        Assert.Equal("0", database.Query("SELECT count(*) FROM pg_class WHERE relname = 't' OR relname LIKE '@_@_schemasync%' ESCAPE '@'"));
    }

    [Fact]
    public async Task A_limit_on_the_time_of_others_transactions_does_not_end_a_run_that_waits()
    {
        using var database = TestServer.PostgreSql18.CreateDatabase().Run("CREATE TABLE t (a int)");
        using var wanted = TestServer.PostgreSql18.CreateDatabase().Run("CREATE TABLE t (a int, b int)");
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(wanted.Tenant, Token));
        foreach (var limit in new[] { "transaction_timeout", "idle_session_timeout",
            "idle_in_transaction_session_timeout", "statement_timeout" })
            database.Run($"ALTER DATABASE {database.Name} SET {limit} = '150ms'");
        await using var holder = new NpgsqlConnection(database.ConnectionString
            + ";Options=-c transaction_timeout=0 -c statement_timeout=0 -c idle_in_transaction_session_timeout=0;Pooling=false");
        await holder.OpenAsync(Token);
        await using var holding = await holder.BeginTransactionAsync(Token);
        await using (var hold = new NpgsqlCommand("LOCK TABLE t IN ACCESS SHARE MODE", holder)) await hold.ExecuteNonQueryAsync(Token);
        var run = Engine.SyncTenantAsync(database.Tenant, target, execute: true, new ExecutionOptions { IncludeUnmanaged = true }, Token);
        await Task.Delay(1000, Token);
        await holding.RollbackAsync(Token);
        Assert.Equal(Outcome.Done, (await run).Outcome);
    }

    [Theory]
    [InlineData("Require")]
    [InlineData("VerifyFull")]
    public async Task A_server_that_offers_no_encryption_is_told_as_that(string mode)
    {
        using var database = TestServer.PostgreSql15.CreateDatabase();
        Assert.Equal("off", database.Query("SHOW ssl"));
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.SnapshotAsync(database.Tenant with { ConnectionString = $"{database.ConnectionString};SSL Mode={mode}" }, Token));
        Assert.Equal("SSY0231", Assert.Single(refused.Diagnostics).Entry.Code);
        Assert.Contains("offers no encryption", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_of_somebody_else_gets_none_of_our_secrets()
    {
        var start = new ProcessStartInfo("true");
        start.Environment.Clear();
        foreach (var (name, value) in new[]
        {
            ("PATH", "/usr/bin"), ("HOME", "/home/se"), ("SCHEMASYNC_CONNECTION", "Server=other"), ("PROD_DB", "Server=db;Password=se"),
            ("URL", "mysql://u:se@db/d"), ("QUOTED", "Server=db;Password=\"se\""), ("PWD_OF_DB", "se"),
            ("ConnectionStrings__Other", "Host=x;Password = o"), ("OTHER_URL", "https://u:o@x/d"),
            ("PWD", "/home/se"), ("PROXY", "http://proxy:8080"),
        }) start.Environment[name] = value;
        OnlineProcess.Withhold(start, "se");
        Assert.Equal(["HOME", "PATH", "PROXY", "PWD"], start.Environment.Keys.Order(StringComparer.Ordinal));
    }
}
