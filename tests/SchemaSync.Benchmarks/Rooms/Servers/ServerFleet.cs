using System.Collections.Concurrent;
using System.Globalization;
using Npgsql;

namespace SchemaSync.Benchmarks;

/// <summary>Many tenants of one PostgreSQL database, each a schema: by our run, and by one message for each over as many
/// connections.</summary>
internal sealed class ServerFleet(ServerDatabase database, int tenants, SchemaTarget target)
{
    private const int Connections = 4;

    private int _columns;

    /// <summary>The target of one schema with these statements.</summary>
    public static SchemaTarget TargetOf(ServerDatabase database, string sql)
    {
        database.Run(sql);
        return SchemaTarget.Of(Engine().SnapshotAsync(database.Tenant).GetAwaiter().GetResult());
    }

    /// <summary>Every tenant's schema with its tables, in one message each.</summary>
    public Cost CreateByHand(string sql) => ByHand(name => $"CREATE SCHEMA {name}; SET LOCAL search_path = {name}; {sql}");

    /// <summary>The same as a run of ours.</summary>
    public Cost Create() => Sync(target, creates: true);

    /// <summary>One column more in a table of every tenant, by its bare statement, and one proof; the column is taken back
    /// afterwards.</summary>
    public Cost RollOutByHand(string table)
    {
        var proof = Cost.Of(Prove);
        var cost = ByHand(name => $"ALTER TABLE {name}.{table} ADD COLUMN by_hand text");
        ByHand(name => $"ALTER TABLE {name}.{table} DROP COLUMN by_hand");
        return new(cost.Cpu + proof.Cpu, cost.Wall + proof.Wall);
    }

    /// <summary>What is asked of all of them, by the server's answer to the same query and by ours.</summary>
    public FleetReading Reading() => new(database, [.. Enumerable.Range(0, tenants).Select(Tenant)], Widened(_columns));

    /// <summary>The same as a run of ours.</summary>
    public Cost RollOut() => Sync(Widened(++_columns), creates: false);

    /// <summary>A run of ours that finds nothing to do.</summary>
    public Cost SyncAgain() => Sync(Widened(_columns), creates: false, TenantState.Equal);

    private void Prove()
    {
        var plan = Engine().PlanAsync(Tenant(0), Widened(_columns + 1), new()).GetAwaiter().GetResult();
        if (!plan.Proved) throw new InvalidOperationException("the plan is not proved");
    }

    private Cost Sync(SchemaTarget wanted, bool creates, TenantState end = TenantState.Done) => Cost.Of(() =>
    {
        var options = new FleetOptions { Parallelism = Connections, Canaries = 0, Creates = creates };
        var listed = TenantList.Of([.. Enumerable.Range(0, tenants).Select(i => new Tenant(Tenant(i)))]);
        var report = new TenantFleet(Engine()).SyncAsync(listed, wanted, execute: true, new(), options).GetAwaiter().GetResult();
        if (report.Count(end) != tenants)
            throw new InvalidOperationException($"{report.Count(end)} of {tenants}: "
                + $"{report.Tenants.SelectMany(t => t.Diagnostics).FirstOrDefault()}");
    });

    private Cost ByHand(Func<string, string> sql)
    {
        var waiting = new ConcurrentQueue<string>(Enumerable.Range(0, tenants).Select(Name));
        return Cost.Of(() => Task.WaitAll([.. Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            await using var connection = new NpgsqlConnection(database.ConnectionString + ";Pooling=false;Command Timeout=0");
            await connection.OpenAsync();
            while (waiting.TryDequeue(out var name))
            {
                await using var command = new NpgsqlCommand(sql(name), connection);
                await command.ExecuteNonQueryAsync();
            }
        }))]));
    }

    private SchemaTarget Widened(int columns)
    {
        var snapshot = target.Snapshot!;
        var first = snapshot.Tables.OrderBy(t => t.Name).First();
        var like = first.Columns.First(c => c.Nullable && c.Default is null && c.Computed is null);
        var wider = first with
        {
            Columns = [.. first.Columns, .. Enumerable.Range(1, columns).Select(i => like with { Name = new($"added_{i}") })],
        };
        return SchemaTarget.Of(snapshot.With(snapshot.Objects.Select(o => ReferenceEquals(o, first) ? wider : o)));
    }

    private TenantContext Tenant(int number) => database.Tenant with { Id = Name(number), Schema = Name(number) };

    private static string Name(int number) => "tenant_" + number.ToString("00000", CultureInfo.InvariantCulture);

    private static SchemaSyncEngine Engine() => new(new AdapterRegistry(new PostgreSqlAdapter()));
}
