namespace SchemaSync.Scaffolding.Types;

/// <summary>The type of a property.</summary>
/// <param name="Name">In C#, without what says that it may be missing.</param>
/// <param name="IsReference">Whether null is one of its values anyway.</param>
internal sealed record CSharpType(string Name, bool IsReference)
{
    private static readonly Dictionary<LogicalType, CSharpType> ByLogical = new()
    {
        [LogicalType.Boolean] = new("bool", false), [LogicalType.Byte] = new("byte", false), [LogicalType.SByte] = new("sbyte", false),
        [LogicalType.Int16] = new("short", false), [LogicalType.UInt16] = new("ushort", false), [LogicalType.Int32] = new("int", false),
        [LogicalType.UInt32] = new("uint", false), [LogicalType.Int64] = new("long", false), [LogicalType.UInt64] = new("ulong", false),
        [LogicalType.Single] = new("float", false), [LogicalType.Double] = new("double", false),
        [LogicalType.Decimal] = new("decimal", false), [LogicalType.Char] = new("char", false), [LogicalType.Binary] = new("byte[]", true),
        [LogicalType.Guid] = new("Guid", false), [LogicalType.DateTime] = new("DateTime", false),
        [LogicalType.DateTimeOffset] = new("DateTimeOffset", false), [LogicalType.Date] = new("DateOnly", false),
        [LogicalType.Time] = new("TimeOnly", false), [LogicalType.TimeSpan] = new("TimeSpan", false),
    };

    /// <summary>Where nothing better is known.</summary>
    public static CSharpType Text { get; } = new("string", true);

    /// <summary>The type that holds values of a logical one.</summary>
    public static CSharpType Of(LogicalType logical) => ByLogical.GetValueOrDefault(logical, Text);

    /// <summary>Many of them.</summary>
    public CSharpType Array => new(Name + "[]", true);
}

/// <summary>The type of a column in C#.</summary>
/// <param name="CSharp">The property's type.</param>
/// <param name="Exact">What is said of it, where the property's type and its length and digits give the column's; else null, and the
/// column's own spelling has to be said.</param>
internal sealed record PropertyType(CSharpType CSharp, ColumnType? Exact);
