namespace SchemaSync.Engine;

/// <summary>
/// The ledger's format: three tables and their columns. Every run says with which version of it it was written; the states it names are
/// snapshots, which have a version of their own. Dumps of what each version wrote are under tests/data/formats.
/// </summary>
internal static class LedgerFormat
{
    /// <summary>The version that is written.</summary>
    public const int Version = 1;

    /// <summary>The tables; the dialect's DDL creates them with exactly these names.</summary>
    public const string Runs = "__schemasync_ledger", Steps = "__schemasync_ledger_steps", Snapshots = "__schemasync_snapshots";

    /// <summary>The columns of <see cref="Runs"/> in the order in which they are written. The first two keep their names and meanings for ever.</summary>
    public const string RunColumns = "run_id, format, started_at, finished_at, who, host, tool_version, action, plan_hash, from_fingerprint, to_fingerprint, outcome";

    /// <summary>What each table must have.</summary>
    public static IReadOnlyList<(string Table, IReadOnlyList<string> Columns)> Tables { get; } =
    [
        (Runs, RunColumns.Split(", ")),
        (Steps, ["run_id", "ordinal", "sql", "serves", "state", "duration_ms"]),
        (Snapshots, ["fingerprint", "json"]),
    ];

    /// <summary>Judges what bears the ledger's names: none is no ledger, and all of them with their columns is one.</summary>
    /// <param name="present">The columns of each table of those names.</param>
    /// <exception cref="LedgerFault">A part of it is missing, or it is somebody else's.</exception>
    public static bool IsThere(ILookup<string, string> present)
    {
        if (present.Count == 0) return false;
        foreach (var (table, columns) in Tables)
        {
            if (!present.Contains(table)) throw new LedgerFault($"its table {table} is missing");
            var missing = columns.Except(present[table], StringComparer.OrdinalIgnoreCase).FirstOrDefault();
            if (missing is not null) throw new LedgerFault($"its table {table} has no column {missing}, so it is damaged or not ours");
        }

        return true;
    }
}

/// <summary>What is stored as a ledger is none that this version can read; the message says where.</summary>
internal sealed class LedgerFault(string message, bool isNewer = false) : Exception(message)
{
    /// <summary>Whether a later version wrote it: then nothing is wrong with it.</summary>
    public bool IsNewer { get; } = isNewer;
}
