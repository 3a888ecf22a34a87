using System.Text;
using SchemaSync.Adapters.Tests;

namespace SchemaSync.Engine.Tests.Execution;

/// <summary>A ledger that any version wrote is read for ever, and what is written changes only together with the version.</summary>
public sealed class LedgerCorpusTests
{
    private const string Format = "ledger";
    private static readonly (string Table, string Key)[] Tables = [(LedgerFormat.Runs, "run_id"), (LedgerFormat.Steps, "run_id, ordinal"),
        (LedgerFormat.Snapshots, "fingerprint")];

    [Fact]
    public async Task Sqlite()
    {
        using var file = new SqliteFile();
        var name = await WrittenAsync(new SqliteAdapter(), file.Tenant, sql => [.. file.Query(sql).Split(';')]);
        foreach (var stored in FormatCorpus.Files(Format, ".sql").Where(f => f.Name == name))
        {
            using var old = new SqliteFile().Run(stored.Text);
            await ReadAsync(new SqliteAdapter(), old.Tenant, stored.Version, stored.Name);
        }
    }

    [Theory]
    [InlineData("PostgreSql 15")]
    [InlineData("MySql 9.7")]
    [InlineData("MariaDb 11.8")]
    public async Task Servers(string server)
    {
        var on = TestServer.Of(server);
        var adapter = Adapter(on);
        using var database = on.CreateDatabase();
        var name = await WrittenAsync(adapter, database.Tenant, sql => [.. database.Rows(sql).Select(r => r[0])]);
        foreach (var stored in FormatCorpus.Files(Format, ".sql").Where(f => f.Name == name))
        {
            using var old = on.CreateDatabase().Run(stored.Text);
            await ReadAsync(adapter, old.Tenant, stored.Version, stored.Name);
        }
    }

    [Fact]
    public async Task Shared_by_tenants()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase();
        var tenant = database.Tenant with { Schema = "a", SharesDatabase = true };
        var token = TestContext.Current.CancellationToken;
        await using (var session = await new PostgreSqlAdapter().OpenAsync(tenant, SessionAccess.Write, token))
            await LedgerPreparation.RunAsync(new PostgreSqlAdapter(), tenant, session, token);
        var name = await WrittenAsync(new PostgreSqlAdapter(), tenant, sql => [.. database.Rows(sql).Select(r => r[0])]);
        foreach (var stored in FormatCorpus.Files(Format, ".sql").Where(f => f.Name == name))
        {
            using var old = TestServer.PostgreSql15.CreateDatabase()
                .Run($"CREATE SCHEMA a; CREATE SCHEMA {SharedLedger.Home}; {stored.Text}");
            await ReadAsync(new PostgreSqlAdapter(), old.Tenant with { Schema = "a" }, stored.Version, stored.Name);
        }
    }

    internal static DatabaseAdapter Adapter(TestServer server) =>
        server.IsPostgreSql ? new PostgreSqlAdapter() : MySqlServers.Adapter(server);

    /// <summary>Writes a ledger that holds every outcome and state, and compares its tables with what lies there.</summary>
    private static async Task<string> WrittenAsync(DatabaseAdapter adapter, TenantContext tenant, Func<string, IReadOnlyList<string>> rows)
    {
        var token = TestContext.Current.CancellationToken;
        var name = $"{tenant.Provider.ToLowerInvariant()}{(tenant.SharesDatabase ? "-shared" : "")}.sql";
        await using var session = await adapter.OpenAsync(tenant, SessionAccess.Write, token);
        var ledger = new AuditLedger(session);
        await session.FindLedgerAsync(token);
        await ledger.CreateAsync(token);
        var (first, second) = (State(tenant.Provider, "a"), State(tenant.Provider, "a", "b"));
        await ledger.KeepStateAsync(first, [], token);
        await ledger.KeepStateAsync(second,
            [new(IntentKind.RenamedFrom, ObjectId.In(ObjectKind.Column, new("t"), new("b")), new("old"))], token);
        foreach (var run in Runs(first.Fingerprint, second.Fingerprint)) await ledger.AppendAsync(run, token);
        var text = new StringBuilder();
        foreach (var sql in session.Ledger.Create) text.Append(sql).Append(";\n");
        foreach (var (table, key) in Tables)
        {
            var columns = LedgerFormat.TablesOf(session.Ledger.IsShared).Single(t => t.Name == table).Columns.Select(c => c.Name);
            var place = session.Ledger.IsShared ? session.Ledger.Table(table) : table;
            foreach (var row in Enumerable.Range(0,
                int.Parse(rows($"SELECT count(*) FROM {place}")[0], System.Globalization.CultureInfo.InvariantCulture)))
            {
                string Value(string column) =>
                    // Oids are others in every database.
                    column == LedgerFormat.Place ? "'1/2'" : Literal(tenant.Provider,
                        rows($"SELECT {Hex(tenant.Provider, column == "sql" ? session.Ledger.Quote("sql") : column)} FROM "
                            + $"{place} ORDER BY {key} LIMIT 1 OFFSET {row}")[0]);
                text.Append(System.Globalization.CultureInfo.InvariantCulture,
                    $"INSERT INTO {place} "
                        + $"({string.Join(", ", columns.Select(c => c == "sql" ? session.Ledger.Quote("sql") : c))}) VALUES "
                        + $"({string.Join(", ", columns.Select(Value))});\n");
            }
        }

        FormatCorpus.Same(Format, LedgerFormat.Version, name, text.ToString());
        return name;
    }

    private static async Task ReadAsync(DatabaseAdapter adapter, TenantContext tenant, int version, string name)
    {
        var reading = await new SchemaSyncEngine(new AdapterRegistry(adapter)).AuditAsync(tenant, TestContext.Current.CancellationToken);
        Assert.Empty(reading.Findings);
        await using var session = await adapter.OpenAsync(tenant, SessionAccess.Read, TestContext.Current.CancellationToken);
        var (states, _, isUnfinished, _, _) =
            await new LedgerReader(adapter, tenant, session).OurStatesAsync(TestContext.Current.CancellationToken);
        // Value by value: what a record prints of a list is the name of a type.
        var read = string.Join("\n", reading.Select(r => string.Join("|",
            r.RunId, r.StartedAt.ToString("O"), r.FinishedAt.ToString("O"), r.Who, r.Host, r.ToolVersion, r.Action, r.PlanHash, r.From,
            r.To, r.Outcome, string.Join("\n", r.Steps))));
        FormatCorpus.ReadAs(Format, version, name,
            $"runs:{reading.Count} {SealedJson.Digest(read)} "
                + $"ours:{string.Join(",", states.Select(s => s.Fingerprint.Short))} unfinished:{isUnfinished}");
    }

    private static IEnumerable<LedgerEntry> Runs(Fingerprint first, Fingerprint second)
    {
        var begun = new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);
        LedgerEntry Run(int number, string action, string outcome, Fingerprint to, params EquatableArray<LedgerStep> steps) => new()
        {
            RunId = $"0194bc{number:x26}", StartedAt = begun.AddMinutes(number), FinishedAt = begun.AddMinutes(number).AddTicks(7),
            Who = "Zoë's \"account\" \\", Host = "büro", ToolVersion = "0.1.0",
            Action = action, PlanHash = SealedJson.Digest(action), From = to == first ? second : first,
            To = to, Outcome = outcome, Steps = steps,
        };
        yield return Run(1, LedgerEntry.Sync, LedgerEntry.Succeeded, second,
            new LedgerStep(1, "CREATE TABLE t (a 'x;\n\\y')", "add table t", "done", TimeSpan.FromMilliseconds(12)));
        yield return Run(2, LedgerEntry.Revert, LedgerEntry.Succeeded, first);
        yield return Run(3, LedgerEntry.Apply, LedgerEntry.Succeeded, second);
        yield return Run(4, LedgerEntry.Sync, LedgerEntry.Failed, first, new(1, "ALTER", "alter table t", "failed", TimeSpan.Zero),
            new(2, "DROP", "drop table t", "skipped", TimeSpan.Zero));
        yield return Run(5, LedgerEntry.Sync, LedgerEntry.Interrupted, first);
        yield return Run(6, LedgerEntry.Sync, LedgerEntry.Running, first,
            new LedgerStep(1, "CREATE INDEX i", "add index i", "started", TimeSpan.Zero));
    }

    private static Snapshot State(string provider, params string[] columns) => new()
    {
        Form = new(provider, IsServer: true),
        Objects = [new Table
        {
            Name = new("t"),
            Columns = [.. columns.Select(c =>
                new Column { Name = new(c), Type = ColumnType.Of("int"), Nullable = true, Default = new("'ü\\'") })],
        }],
    };

    // Rows come back as one text with separators: in hexadecimal none of them is in a value.
    private static string Hex(string provider, string column) => provider switch
    {
        ProviderNames.PostgreSql => $"encode(convert_to({column}::text, 'UTF8'), 'hex')",
        ProviderNames.Sqlite => $"hex(CAST({column} AS TEXT))",
        _ => $"hex(CAST({column} AS CHAR CHARACTER SET utf8mb4))",
    };

    private static string Literal(string provider, string hex)
    {
        var text = Encoding.UTF8.GetString(Convert.FromHexString(hex));
        var isNumber = text.Length is > 0 and < 12 && text.All(char.IsAsciiDigit);
        if (isNumber) return text;
        if (provider is ProviderNames.MySql or ProviderNames.MariaDb) text = text.Replace("\\", "\\\\", StringComparison.Ordinal);
        return $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
    }
}
