namespace SchemaSync.Adapters.Tests;

/// <summary>The table of locks is everybody's: a transaction of ours ends, with nothing kept, while others still have room.</summary>
public sealed class LockCountTests(PostgreSql15Database server) : IClassFixture<PostgreSql15Database>
{
    private const int LooksAfter = 10;

    private static readonly PostgreSqlAdapter Adapter = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, "SSY0223")]
    [InlineData(false, "SSY0514")]
    public async Task A_transaction_that_holds_too_much_of_what_others_leave_is_given_up(bool scratch, string code)
    {
        using var schema = new PostgreSqlSchema(server.Database, $"locks_{Guid.NewGuid():n}");
        var most = int.Parse(
            schema.Query(
                "SELECT current_setting('max_locks_per_transaction')::int * (current_setting('max_connections')::int + "
                    + "current_setting('max_prepared_transactions')::int) * 2 / 3"), System.Globalization.CultureInfo.InvariantCulture);
        var session = await (scratch
            ? Adapter.OpenScratchAsync(schema.Tenant, Token)
            : Adapter.OpenAsync(schema.Tenant, SessionAccess.Write, Token));
        await using (session)
        await using (session.Runner)
        {
            await session.Runner.LockAsync(TimeSpan.FromSeconds(30), Token);
            await session.Runner.BeginAsync(TransactionMode.Shared, Token);
            await session.Runner.ExecuteAsync(Sql("CREATE TABLE t (a integer)"), Token);
            await session.Runner.ExecuteAsync(Sql($"SELECT count(pg_advisory_xact_lock(17, i)) FROM generate_series(1, {most + 1}) i"),
                Token);
            for (var i = 3; i < LooksAfter; i++) await session.Runner.ExecuteAsync(Sql("SELECT 1"), Token);
            var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => session.Runner.ExecuteAsync(Sql("SELECT 1"), Token));
            Assert.Equal(code, refused.Diagnostics[0].Entry.Code);
            Assert.Contains("max_locks_per_transaction", refused.Diagnostics[0].Message, StringComparison.Ordinal);
        }

        Assert.Equal("0",
            schema.Query("SELECT count(*) FROM pg_class WHERE relname = 't' AND relnamespace = current_schema()::regnamespace"));
        Assert.Equal("0", schema.Query("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = 17"));
    }

    private static Step Sql(string sql) => new() { Sql = sql, Serves = "add table t", Subject = ObjectId.Top(ObjectKind.Table, new("t")) };
}
