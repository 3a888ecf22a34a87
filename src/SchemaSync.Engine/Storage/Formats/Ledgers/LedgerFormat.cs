namespace SchemaSync.Engine.Storage.Formats.Ledgers;

/// <summary>
/// The ledger's format: three tables and their columns. Every run says with which version of it it was written; the states it names are
/// snapshots, which have a version of their own. Dumps of what each version wrote are under tests/data/formats.
/// </summary>
internal static class LedgerFormat
{
    /// <summary>The version that is written.</summary>
    public const int Version = 1;

    /// <summary>The tables.</summary>
    public const string Runs = "__schemasync_ledger", Steps = "__schemasync_ledger_steps", Snapshots = "__schemasync_snapshots";

    /// <summary>The tables with their columns. The first two of a run keep their names and meanings for ever.</summary>
    public static IReadOnlyList<LedgerTable> Tables { get; } =
    [
        new(Runs, ["run_id"],
            LedgerColumn.Text("run_id", 64), LedgerColumn.Number("format"),
            LedgerColumn.Text("started_at", 40), LedgerColumn.Text("finished_at", 40),
            LedgerColumn.Text("who", 255), LedgerColumn.Text("host", 255),
            LedgerColumn.Text("tool_version", 100), LedgerColumn.Text("action", 40),
            LedgerColumn.Text("plan_hash", 100), LedgerColumn.Text("from_fingerprint", 100),
            LedgerColumn.Text("to_fingerprint", 100), LedgerColumn.Text("outcome", 40)),
        new(Steps, ["run_id", "ordinal"],
            LedgerColumn.Text("run_id", 64), LedgerColumn.Number("ordinal"), LedgerColumn.Text("sql"),
            LedgerColumn.Text("serves"), LedgerColumn.Text("state", 40),
            LedgerColumn.Number("duration_ms")),
        new(Snapshots, ["fingerprint"], LedgerColumn.Text("fingerprint", 100), LedgerColumn.Text("json")),
    ];

    /// <summary>What each row of shared tables has as well: whose it is, and for a run which place of that name it was about.</summary>
    public const string Tenant = "tenant", Place = "place";

    /// <summary>The same where they hold the rows of many tenants: one index finds those of one.</summary>
    public static IReadOnlyList<LedgerTable> Shared { get; } = [.. Tables.Select(t => new LedgerTable(t.Name, [Tenant, .. t.Key],
        [LedgerColumn.Text(Tenant, 255), .. t.Columns,
            .. t.Name == Runs ? [LedgerColumn.Text(Place, 100)] : Array.Empty<LedgerColumn>()]))];

    /// <summary>The tables of one tenant, or of many.</summary>
    public static IReadOnlyList<LedgerTable> TablesOf(bool shared) => shared ? Shared : Tables;

    /// <summary>The columns of <see cref="Runs"/> in the order in which they are written.</summary>
    public static string RunColumns { get; } = string.Join(", ", Tables[0].Columns.Select(c => c.Name));

    /// <summary>Judges what bears the ledger's names: none is no ledger, and all of them with their columns is one.</summary>
    /// <param name="present">The columns of each table of those names.</param>
    /// <param name="shared">Whether they are those of many tenants.</param>
    /// <exception cref="LedgerFault">A part of it is missing, or it is somebody else's.</exception>
    public static bool IsThere(ILookup<string, string> present, bool shared)
    {
        if (present.Count == 0) return false;
        foreach (var table in TablesOf(shared))
        {
            if (!present.Contains(table.Name)) throw new LedgerFault($"its table {table.Name} is missing") { IsOfAll = shared };
            var missing = table.Columns.Select(c => c.Name).Except(present[table.Name], StringComparer.OrdinalIgnoreCase).FirstOrDefault();
            if (missing is not null)
                throw new LedgerFault($"its table {table.Name} has no column {missing}, so it is damaged or not ours") { IsOfAll = shared };
        }

        return true;
    }
}

/// <summary>One of the ledger's tables.</summary>
internal sealed record LedgerTable(string Name, IReadOnlyList<string> Key, params IReadOnlyList<LedgerColumn> Columns);

/// <summary>A column of one; a text without a length may be as long as it likes.</summary>
internal sealed record LedgerColumn(string Name, bool IsNumber, int? Length)
{
    /// <summary>A column for texts.</summary>
    public static LedgerColumn Text(string name, int? length = null) => new(name, false, length);

    /// <summary>A column for whole numbers.</summary>
    public static LedgerColumn Number(string name) => new(name, true, null);
}

/// <summary>What is stored as a ledger is none that this version can read; the message says where.</summary>
internal sealed class LedgerFault(string message, bool isNewer = false) : Exception(message)
{
    /// <summary>Whether a later version wrote it: then nothing is wrong with it.</summary>
    public bool IsNewer { get; } = isNewer;

    /// <summary>Whether it is about tables that other tenants need as well.</summary>
    public bool IsOfAll { get; init; }

    /// <summary>What to do about it; empty for what is usual.</summary>
    public string Cure { get; init; } = "";
}
