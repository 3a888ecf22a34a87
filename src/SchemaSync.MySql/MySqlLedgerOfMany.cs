namespace SchemaSync.MySql;

/// <summary>The ledgers of many databases of a server as if they were one, for questions about all of them. It writes nothing.</summary>
/// <param name="databases">Those that have one.</param>
internal sealed class MySqlLedgerOfMany(IReadOnlyList<string> databases) : MySqlLedger
{
    // What such questions are about; texts of states and statements are long.
    private static readonly string[] Runs = ["run_id", "format", "finished_at", "to_fingerprint", "outcome"], States = ["fingerprint"];

    /// <inheritdoc/>
    public override string Table(string name) => $"({string.Join(" UNION ALL ", databases.Select(d =>
        $"SELECT {MySqlText.Literal(d)} COLLATE utf8mb4_bin AS tenant, {ColumnsOf(name)} FROM {Quote(d)}.{Quote(name)}"))})";

    private static string ColumnsOf(string table) => string.Join(", ", table == Names[0] ? Runs : States);
}
