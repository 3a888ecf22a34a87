namespace SchemaSync.MySql.Catalog;

/// <summary>One row of information_schema.TABLES.</summary>
internal sealed record MySqlTableRow(string Name, string Type, string? Engine, string? Collation, string? CreateOptions, string Comment);

/// <summary>One row of COLUMNS.</summary>
internal sealed record MySqlColumnRow(string Table, string Name, string? Default, bool Nullable, string DataType, string? CharSet, string? Collation, string Type, string Extra, string Comment, string? Generation, int? Srid)
{
    /// <summary>Whether the default is no constant; only MySQL says so.</summary>
    public bool IsExpressionDefault => Extra.Contains("DEFAULT_GENERATED", StringComparison.Ordinal);

    /// <summary>The constant behind DEFAULT as it is written, where what is shown is not it.</summary>
    public string? WrittenDefault { get; init; }
}

/// <summary>One row of STATISTICS: one part of an index.</summary>
internal sealed record MySqlIndexRow(string Table, string Name, bool Unique, int Sequence, string? Column, bool Descending, int? Prefix, string Method, string Comment, bool Invisible, string? Expression);

/// <summary>One check; on MySQL without its table, which TABLE_CONSTRAINTS knows.</summary>
internal sealed record MySqlCheckRow(string? Table, string Name, string Clause, bool IsOfColumn);

/// <summary>Where a check of MySQL belongs.</summary>
internal sealed record MySqlCheckOwnerRow(string Table, string Name, bool Enforced);

/// <summary>One column of a foreign key.</summary>
internal sealed record MySqlKeyColumnRow(string Table, string Name, string Column, string ReferencedSchema, string ReferencedTable, string ReferencedColumn);

/// <summary>The rules of a foreign key.</summary>
internal sealed record MySqlKeyRuleRow(string Table, string Name, string OnUpdate, string OnDelete);

/// <summary>One trigger.</summary>
internal sealed record MySqlTriggerRow(string Name, string Table, string Timing, string Event, string SqlMode, int Order);

/// <summary>One function or procedure.</summary>
internal sealed record MySqlRoutineRow(string Name, bool IsProcedure, bool Deterministic, string DataAccess, string Security, string SqlMode, string Comment);

/// <summary>One event; moments as text, of the event's own time zone.</summary>
internal sealed record MySqlEventRow(string Name, string? ExecuteAt, string? Value, string? Field, string SqlMode, string Zone, string? Starts, string? Ends, string Status, bool Preserve, bool StartsWhenCreated, string Comment);

/// <summary>One view.</summary>
internal sealed record MySqlViewRow(string Name, string CheckOption, string Security);

/// <summary>What the catalogue says about one database.</summary>
internal sealed record MySqlCatalogRows(string Database)
{
    public List<MySqlTableRow> Tables { get; } = [];

    public List<MySqlColumnRow> Columns { get; } = [];

    public List<MySqlIndexRow> Indexes { get; } = [];

    public List<MySqlCheckRow> Checks { get; } = [];

    public List<MySqlCheckOwnerRow> CheckOwners { get; } = [];

    public List<MySqlKeyColumnRow> KeyColumns { get; } = [];

    public List<MySqlKeyRuleRow> KeyRules { get; } = [];

    public List<MySqlTriggerRow> Triggers { get; } = [];

    public List<MySqlRoutineRow> Routines { get; } = [];

    public List<MySqlViewRow> Views { get; } = [];

    public List<string> Grants { get; } = [];

    public List<MySqlEventRow> Events { get; } = [];

    /// <summary>Tables that cannot be read as they are, each with why.</summary>
    public Dictionary<string, string> Refused { get; } = [];
}
