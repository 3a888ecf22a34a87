namespace SchemaSync.Model;

/// <summary>What a column holds, before a dialect gives it a spelling.</summary>
public enum LogicalType
{
    /// <summary>The type is spelled out in <see cref="ColumnType.Native"/>.</summary>
    Native,
    /// <summary>True or false.</summary>
    Boolean,
    /// <summary>8 bits, unsigned.</summary>
    Byte,
    /// <summary>8 bits, signed.</summary>
    SByte,
    /// <summary>16 bits, signed.</summary>
    Int16,
    /// <summary>16 bits, unsigned.</summary>
    UInt16,
    /// <summary>32 bits, signed.</summary>
    Int32,
    /// <summary>32 bits, unsigned.</summary>
    UInt32,
    /// <summary>64 bits, signed.</summary>
    Int64,
    /// <summary>64 bits, unsigned.</summary>
    UInt64,
    /// <summary>IEEE 754 binary32.</summary>
    Single,
    /// <summary>IEEE 754 binary64.</summary>
    Double,
    /// <summary>Exact decimal; precision and scale apply.</summary>
    Decimal,
    /// <summary>Text; a length in characters applies.</summary>
    String,
    /// <summary>One UTF-16 code unit, kept as text.</summary>
    Char,
    /// <summary>Bytes; a length applies.</summary>
    Binary,
    /// <summary>A 128-bit identifier.</summary>
    Guid,
    /// <summary>Date and time without an offset.</summary>
    DateTime,
    /// <summary>Date and time with an offset from UTC.</summary>
    DateTimeOffset,
    /// <summary>A calendar date.</summary>
    Date,
    /// <summary>A time of day.</summary>
    Time,
    /// <summary>A duration.</summary>
    TimeSpan,
    /// <summary>A JSON document.</summary>
    Json,
    /// <summary>One of <see cref="ColumnType.Values"/>, where such a type is written at the column (MySQL, MariaDB).</summary>
    Enum,
    /// <summary>Any of <see cref="ColumnType.Values"/> together (MySQL, MariaDB).</summary>
    Set,
    /// <summary>An enum type, domain or composite type of the schema, called <see cref="ColumnType.TypeName"/>.</summary>
    UserDefined,
}

/// <summary>
/// The type of a column: logical as declared, or native as a server or <c>[Column(Type = …)]</c> spells it.
/// </summary>
public sealed record ColumnType : IFacets
{
    /// <summary>The logical kind, or <see cref="LogicalType.Native"/>.</summary>
    public required LogicalType Logical { get; init; }

    /// <summary>The spelling, when <see cref="Logical"/> is <see cref="LogicalType.Native"/>; may be empty on SQLite.</summary>
    public string? Native { get; init; }

    /// <summary>Greatest length in characters (text) or bytes (binary).</summary>
    public int? MaxLength { get; init; }

    /// <summary>Decimal digits in all; for times, fractional digits of a second.</summary>
    public int? Precision { get; init; }

    /// <summary>Decimal digits after the point.</summary>
    public int? Scale { get; init; }

    /// <summary>Elements of <see cref="Logical"/> in an array (PostgreSQL).</summary>
    public bool IsArray { get; init; }

    /// <summary>The type's name, when <see cref="Logical"/> is <see cref="LogicalType.UserDefined"/>; else empty.</summary>
    public QualifiedName TypeName { get; init; }

    /// <summary>What <see cref="LogicalType.Enum"/> and <see cref="LogicalType.Set"/> choose from, in order.</summary>
    public EquatableArray<string> Values { get; init; }

    /// <summary>A type in a server's own spelling.</summary>
    public static ColumnType Of(string native) => new() { Logical = LogicalType.Native, Native = native };

    /// <summary>A logical type.</summary>
    public static ColumnType Of(LogicalType logical) => new() { Logical = logical };

    /// <inheritdoc/>
    public void WriteFacets(FacetWriter writer)
    {
        writer.Text("logical", Logical == LogicalType.Native ? null : Logical.ToString());
        writer.Text("native", Native);
        writer.Number("maxLength", MaxLength);
        writer.Number("precision", Precision);
        writer.Number("scale", Scale);
        writer.Flag("array", IsArray);
        writer.Name("typeName", TypeName);
        writer.Texts("values", Values);
    }

    internal static ColumnType Read(FacetReader reader) => new()
    {
        Logical = reader.Enumeration("logical", LogicalType.Native),
        Native = reader.Text("native"),
        MaxLength = (int?)reader.Number("maxLength"),
        Precision = (int?)reader.Number("precision"),
        Scale = (int?)reader.Number("scale"),
        IsArray = reader.Flag("array"),
        TypeName = reader.QualifiedName("typeName"),
        Values = reader.Texts("values"),
    };

    /// <summary>The spelling as messages show it.</summary>
    public override string ToString()
    {
        if (Logical == LogicalType.Native) return Native is { Length: > 0 } ? Native : "(no type)";
        var length = MaxLength is { } max ? $"({max})"
            : Precision is { } precision ? Scale is { } scale ? $"({precision},{scale})" : $"({precision})"
            : "";
        var word = Logical == LogicalType.UserDefined ? TypeName.ToString() : Logical.ToString().ToLowerInvariant();
        if (!Values.IsEmpty) length = $"({string.Join(", ", Values)})";
        return $"{word}{length}{(IsArray ? "[]" : "")}";
    }
}
