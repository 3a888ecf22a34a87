namespace SchemaSync.Sqlite;

/// <summary>The ledger's tables.</summary>
internal sealed class SqliteLedger : LedgerTables
{
    /// <inheritdoc/>
    public override string Columns =>
        "SELECT s.name, c.name FROM sqlite_schema s JOIN pragma_table_info(s.name) "
            + $"c WHERE s.type = 'table' AND lower(s.name) IN ({NameList})";

    /// <inheritdoc/>
    public override string Quote(string name) => SqliteText.Quote(new Identifier(name));

    /// <summary>Without a look at views and triggers, which may be broken and have nothing to do with it.</summary>
    public override IReadOnlyList<string> Rename(string from, string to) =>
        ["PRAGMA legacy_alter_table = ON", .. base.Rename(from, to), "PRAGMA legacy_alter_table = OFF"];

    /// <summary>With the lock at once: one that reads first is refused it where another wrote meanwhile (lang_transaction.html
    /// 2.2).</summary>
    public override string Begin => "BEGIN IMMEDIATE";

    /// <inheritdoc/>
    public override string Now => "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)";

    /// <inheritdoc/>
    protected override string Number => "INTEGER";

    /// <inheritdoc/>
    protected override string Text(int? length) => "TEXT";

    /// <inheritdoc/>
    protected override string Options => "WITHOUT ROWID";
}
