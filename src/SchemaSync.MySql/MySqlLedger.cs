namespace SchemaSync.MySql;

/// <summary>The ledger's tables: InnoDB, since its rows belong to the transaction of what they tell, and compared byte by byte.</summary>
internal class MySqlLedger : LedgerTables
{
    /// <inheritdoc/>
    public override string Columns => $"""
        SELECT c.table_name, c.column_name FROM information_schema.columns c JOIN information_schema.tables t
            ON t.table_schema = c.table_schema AND t.table_name = c.table_name
        WHERE c.table_schema = DATABASE() AND c.table_name IN ({NameList}) AND t.table_type = 'BASE TABLE'
        """;

    /// <inheritdoc/>
    public override string Quote(string name) => MySqlText.Quote(new Identifier(name));

    /// <inheritdoc/>
    public override string Now => "CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED)";

    /// <inheritdoc/>
    protected override string Number => "bigint";

    /// <inheritdoc/>
    protected override string Text(int? length) => length is { } characters ? $"varchar({characters})" : "longtext";

    /// <inheritdoc/>
    protected override string Options => "ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin";
}
