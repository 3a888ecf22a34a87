namespace SchemaSync.MySql.Catalog;

/// <summary>One row of information_schema.TABLES.</summary>
internal sealed record TableRow(string Name, string Type, string? Engine, string? Collation, string? CreateOptions, string Comment);

/// <summary>One row of COLUMNS.</summary>
internal sealed record ColumnRow(string Table, string Name, string? Default, bool Nullable, string DataType, string? CharSet,
    string? Collation, string Type, string Extra, string Comment, string? Generation, int? Srid)
{
    /// <summary>Whether the default is no constant; only MySQL says so.</summary>
    public bool IsExpressionDefault => Extra.Contains("DEFAULT_GENERATED", StringComparison.Ordinal);

    /// <summary>The constant behind DEFAULT as it is written, where what is shown is not it.</summary>
    public string? WrittenDefault { get; init; }
}

/// <summary>One row of STATISTICS: one part of an index.</summary>
internal sealed record IndexRow(string Table, string Name, bool Unique, int Sequence, string? Column, bool Descending, int? Prefix,
    string Method, string Comment, bool Invisible, string? Expression);

/// <summary>One check; on MySQL without its table, which TABLE_CONSTRAINTS knows.</summary>
internal sealed record CheckRow(string? Table, string Name, string Clause, bool IsOfColumn);

/// <summary>Where a check of MySQL belongs.</summary>
internal sealed record CheckOwnerRow(string Table, string Name, bool Enforced);

/// <summary>One column of a foreign key.</summary>
internal sealed record KeyColumnRow(string Table, string Name, string Column,
    string ReferencedSchema, string ReferencedTable, string ReferencedColumn);

/// <summary>The rules of a foreign key.</summary>
internal sealed record KeyRuleRow(string Table, string Name, string OnUpdate, string OnDelete);

/// <summary>One trigger.</summary>
internal sealed record TriggerRow(string Name, string Table, string Timing, string Event, string SqlMode, int Order);

/// <summary>One function or procedure.</summary>
internal sealed record RoutineRow(string Name, bool IsProcedure, bool Deterministic,
    string DataAccess, string Security, string SqlMode, string Comment);

/// <summary>A package of routines, or the body of one (MariaDB).</summary>
internal sealed record PackageRow(string Name, bool IsBody, string SqlMode, string Comment);

/// <summary>One event; moments as text, of the event's own time zone.</summary>
internal sealed record EventRow(string Name, string? ExecuteAt, string? Value, string? Field, string SqlMode, string Zone, string? Starts,
    string? Ends, string Status, bool Preserve, bool StartsWhenCreated, string Comment);

/// <summary>One view.</summary>
internal sealed record ViewRow(string Name, string CheckOption, string Security);

/// <summary>What the catalogue says about one database.</summary>
/// <param name="Database">Which one.</param>
/// <param name="Own">The tenant's own, as the server calls it.</param>
internal sealed record CatalogRows(ManagedDatabase Database, string Own)
{
    /// <summary>What an object of it is called in a snapshot.</summary>
    public QualifiedName Named(string name) => new(Database.Schema, new(name));

    /// <summary>What an object of it is called in a statement of ours.</summary>
    public string Quoted(string name) => Database.Quoted(name);

    public List<TableRow> Tables { get; } = [];

    public List<ColumnRow> Columns { get; } = [];

    public List<IndexRow> Indexes { get; } = [];

    public List<CheckRow> Checks { get; } = [];

    public List<CheckOwnerRow> CheckOwners { get; } = [];

    public List<KeyColumnRow> KeyColumns { get; } = [];

    public List<KeyRuleRow> KeyRules { get; } = [];

    public List<TriggerRow> Triggers { get; } = [];

    public List<RoutineRow> Routines { get; } = [];

    public List<PackageRow> Packages { get; } = [];

    public List<ViewRow> Views { get; } = [];

    public List<string> Grants { get; } = [];

    public List<EventRow> Events { get; } = [];

    /// <summary>Tables that cannot be read as they are, each with why.</summary>
    public Dictionary<string, string> Refused { get; } = [];

    /// <summary>What SHOW CREATE prints, by kind and name.</summary>
    public Dictionary<(ObjectKind Kind, string Name), string?> Definitions { get; } = [];

    /// <summary>Why a definition is not shown, by kind and name.</summary>
    public Dictionary<(ObjectKind Kind, string Name), string> Refusals { get; } = [];
}
