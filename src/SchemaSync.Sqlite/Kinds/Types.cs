namespace SchemaSync.Sqlite.Kinds;

/// <summary>Column affinity (SQLite manual, datatype3, section 3.1).</summary>
internal enum Affinity
{
    Integer,
    Text,
    Blob,
    Real,
    Numeric,
}

/// <summary>SQLite's types: what a logical type is called, and which affinity a name has.</summary>
internal static class Types
{
    private static readonly System.Buffers.SearchValues<char> Plain = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ_");
    private static readonly string[] TextWords = ["CHAR", "CLOB", "TEXT"];
    private static readonly string[] RealWords = ["REAL", "FLOA", "DOUB"];
    // Names that SQLite takes for numbers, and that no number is kept in.
    private static readonly (string Word, LogicalType Logical)[] Meanings =
    [
        ("BOOL", LogicalType.Boolean), ("DATETIME", LogicalType.DateTime), ("TIMESTAMP", LogicalType.DateTime), ("DATE", LogicalType.Date),
        ("UUID", LogicalType.Guid), ("GUID", LogicalType.Guid), ("UNIQUEIDENTIFIER", LogicalType.Guid), ("JSON", LogicalType.String),
    ];

    /// <summary>The declared type of a column; the pairs are those Microsoft.Data.Sqlite reads and writes.</summary>
    public static string NativeOf(Table table, Column column) => column.Type switch
    {
        { IsArray: true } =>
            throw new SchemaSyncException(InspectionDiagnostics.Unsupported,
                ObjectId.Of(table.Name, column).ToString(), "an array type, which SQLite lacks"),
        { Logical: LogicalType.Set } =>
            throw new SchemaSyncException(InspectionDiagnostics.Unsupported,
                ObjectId.Of(table.Name, column).ToString(), "a set of words, which SQLite lacks"),
        { Logical: LogicalType.UserDefined } =>
            throw new SchemaSyncException(InspectionDiagnostics.Unsupported, ObjectId.Of(table.Name, column).ToString(),
                "a type of its own, which SQLite lacks"),
        { Logical: LogicalType.Native } type => Normalize(type.Native ?? ""),
        { Logical: LogicalType.Single or LogicalType.Double } => "REAL",
        { Logical: LogicalType.Binary } => "BLOB",
        { Logical: LogicalType.Boolean or LogicalType.Byte or LogicalType.SByte or LogicalType.Int16 or LogicalType.UInt16
            or LogicalType.Int32 or LogicalType.UInt32 or LogicalType.Int64 or LogicalType.UInt64 } => "INTEGER",
        // Decimals too: as REAL they would lose digits.
        _ => "TEXT",
    };

    /// <summary>A type name in the one spelling that is compared: upper case, single spaces between words, none elsewhere.</summary>
    public static string Normalize(string native)
    {
        // One plain word, as almost every type is.
        if (!native.AsSpan().ContainsAnyExcept(Plain)) return native;
        var text = new System.Text.StringBuilder();
        var previous = default(SqlToken?);
        foreach (var token in Lexer.Read(native).Significant)
        {
            if (previous is { } before && (before.Kind == SqlTokenKind.Name || before.Is(")")) && token.Kind == SqlTokenKind.Name)
                text.Append(' ');
            text.Append(token.ToString());
            previous = token;
        }

        return text.ToString().ToUpperInvariant();
    }

    /// <summary>The affinity of a type name: the first rule that fits (datatype3, 3.1).</summary>
    public static Affinity AffinityOf(ColumnType type)
    {
        var name = type.Native ?? "";
        if (name.Contains("INT", StringComparison.OrdinalIgnoreCase)) return Affinity.Integer;
        if (TextWords.Any(w => name.Contains(w, StringComparison.OrdinalIgnoreCase))) return Affinity.Text;
        if (name.Length == 0 || name.Contains("BLOB", StringComparison.OrdinalIgnoreCase)) return Affinity.Blob;
        return RealWords.Any(w => name.Contains(w, StringComparison.OrdinalIgnoreCase)) ? Affinity.Real : Affinity.Numeric;
    }

    /// <summary>The affinity of a column where it stands: in a STRICT table ANY keeps a value as it is (stricttables, section 3).</summary>
    public static Affinity AffinityOf(Table table, Column column) =>
        table.HasOption("STRICT") && column.Type.Native == "ANY" ? Affinity.Blob : AffinityOf(column.Type);

    /// <summary>The logical type whose values come nearest: what the name means to people, then the affinity.</summary>
    public static ColumnType? NearestTo(ColumnType type)
    {
        var name = type.Native ?? "";
        foreach (var (word, logical) in Meanings)
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase)) return ColumnType.Of(logical);
        return AffinityOf(type) switch
        {
            Affinity.Integer => ColumnType.Of(LogicalType.Int64),
            Affinity.Real => ColumnType.Of(LogicalType.Double),
            Affinity.Numeric => ColumnType.Of(LogicalType.Decimal),
            Affinity.Blob when name.Length > 0 => ColumnType.Of(LogicalType.Binary),
            _ => null,
        };
    }

    /// <summary>Whether a copy from one affinity to the other may change a stored value ('007' becomes 7).</summary>
    public static bool MayChangeValues(Affinity from, Affinity to) => (from, to) switch
    {
        var (a, b) when a == b => false,
        (_, Affinity.Blob) => false,
        (Affinity.Integer, Affinity.Numeric) or (Affinity.Numeric, Affinity.Integer) => false,
        // All digits are written, those of a fraction as well.
        (Affinity.Integer, Affinity.Text) => false,
        _ => true,
    };

    /// <summary>Whether SQLite itself keeps NULL out: the alias of the rowid, and keys of WITHOUT ROWID and STRICT tables.</summary>
    public static bool KeyForbidsNull(Table table, Column column) =>
        table.PrimaryKey is { } key && key.Columns.Any(p => SqliteNames.Same(p.Column, column.Name))
        && (table.HasOption("WITHOUT ROWID") || table.HasOption("STRICT") || IsRowidAlias(table, column));

    /// <summary>A single INTEGER primary key is another name of the rowid (lang_createtable, section 5).</summary>
    public static bool IsRowidAlias(Table table, Column column) =>
        table.PrimaryKey is { Columns: { Count: 1 } parts } && SqliteNames.Same(parts[0].Column, column.Name)
            && !table.HasOption("WITHOUT ROWID")
        && NativeOf(table, column) == "INTEGER";
}
