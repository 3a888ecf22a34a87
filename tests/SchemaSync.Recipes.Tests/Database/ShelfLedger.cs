namespace SchemaSync.Recipes;

/// <summary>The ledger's tables on a shelf, beside the boxes.</summary>
internal sealed class ShelfLedger : LedgerTables
{
    /// <inheritdoc/>
    public override string Columns =>
        $"SELECT s.name, c.name FROM sqlite_schema s JOIN pragma_table_info(s.name) c WHERE s.name IN ({NameList})";

    /// <inheritdoc/>
    public override string Quote(string name) => $"\"{name}\"";

    /// <inheritdoc/>
    public override string Now => "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)";

    /// <inheritdoc/>
    protected override string Number => "INTEGER";

    /// <inheritdoc/>
    protected override string Text(int? length) => "TEXT";
}
