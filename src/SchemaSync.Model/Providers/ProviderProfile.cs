namespace SchemaSync.Model.Providers;

/// <summary>How a provider measures the length of a name.</summary>
public enum NameUnit
{
    /// <summary>No limit.</summary>
    Unlimited,
    /// <summary>Bytes of its UTF-8 form.</summary>
    Utf8Bytes,
    /// <summary>Characters.</summary>
    Characters,
}

/// <summary>
/// What a provider can keep, as data: the analyzers and the engine's dialect read the same facts.
/// What depends on the server's version is in the engine's capabilities, not here.
/// </summary>
public sealed record ProviderProfile
{
    /// <summary>The provider, as <see cref="ProviderNames"/> spells it.</summary>
    public required string Name { get; init; }

    /// <summary>The bit of <c>SchemaSync.Provider</c> by which attributes name it.</summary>
    public required int Bit { get; init; }

    /// <summary>How names are measured.</summary>
    public NameUnit NameUnit { get; init; }

    /// <summary>The longest name, in <see cref="NameUnit"/>.</summary>
    public int MaxNameLength { get; init; } = int.MaxValue;

    /// <summary>Whether two tables may not differ in case alone.</summary>
    public bool TableNamesIgnoreCase { get; init; }

    /// <summary>Whether two columns, or two indexes, may not differ in case alone.</summary>
    public bool ColumnNamesIgnoreCase { get; init; }

    /// <summary>Whether an index name is taken for the whole schema, not only for its table.</summary>
    public bool IndexNamesPerSchema { get; init; }

    /// <summary>Whether every table may have a trigger of one name.</summary>
    public bool TriggerNamesPerTable { get; init; }

    /// <summary>Whether a partition is a table of its own, with a name that no other table may have.</summary>
    public bool PartitionsAreTables { get; init; }

    /// <summary>Whether a function and a procedure may not share a name.</summary>
    public bool RoutinesShareNames { get; init; }

    /// <summary>Beginnings of names that the provider keeps for itself.</summary>
    public EquatableArray<string> ReservedPrefixes { get; init; }

    /// <summary>Schemas, or databases, that the provider keeps for itself; one that ends
    /// in <c>*</c> stands for every name that begins so.</summary>
    public EquatableArray<string> SystemSchemas { get; init; }

    /// <summary>Whether numbering works only on a whole number that is the primary key by itself.</summary>
    public bool IdentityOnPrimaryKeyOnly { get; init; }

    /// <summary>Whether a foreign key needs an index of the user's on its own columns to be fast.</summary>
    public bool ForeignKeysLackIndex { get; init; }

    /// <summary>Whether the numbers of a 32-bit key end; where every whole number has 64 bits they do not.</summary>
    public bool SmallKeysRunOut { get; init; } = true;

    /// <summary>Spelled types, in lower case and without numbers, for which there is a better one.</summary>
    public IReadOnlyDictionary<string, TypeAdvice> BetterThanNative { get; init; } = new Dictionary<string, TypeAdvice>();

    /// <summary>Logical types for which there is a better one.</summary>
    public IReadOnlyDictionary<LogicalType, TypeAdvice> BetterThanLogical { get; init; } = new Dictionary<LogicalType, TypeAdvice>();

    /// <summary>Whether a backslash in a text constant begins an escape.</summary>
    public bool BackslashEscapes { get; init; }

    /// <summary>Options of tables.</summary>
    public OptionNames TableOptions { get; init; } = OptionNames.None;

    /// <summary>Options of indexes.</summary>
    public OptionNames IndexOptions { get; init; } = OptionNames.None;

    /// <summary>Options of materialized views.</summary>
    public OptionNames MaterializedViewOptions { get; init; } = OptionNames.None;

    /// <summary>Options of columns.</summary>
    public OptionNames ColumnOptions { get; init; } = OptionNames.None;

    /// <summary>Options of partitions that are parts of their table.</summary>
    public OptionNames PartitionOptions { get; init; } = OptionNames.None;

    /// <summary>Access methods of indexes.</summary>
    public OptionNames IndexMethods { get; init; } = OptionNames.None;

    /// <summary>The privileges that there are on objects of each kind, by <see cref="SchemaObject.Kind"/>.</summary>
    public IReadOnlyDictionary<ObjectKind, EquatableArray<string>> Privileges { get; init; } =
        new Dictionary<ObjectKind, EquatableArray<string>>();

    /// <summary>What else the provider has.</summary>
    public EquatableArray<Feature> Features { get; init; }

    /// <summary>How much it keeps.</summary>
    public ProviderLimits Limits { get; init; } = new();

    /// <summary>Whether a column that is numbered may have a default; it is never used.</summary>
    public bool IdentityMayHaveDefault { get; init; }

    /// <summary>Whether a column may be without a type.</summary>
    public bool TypeMayBeEmpty { get; init; }

    /// <summary>Whether a key may name a column twice.</summary>
    public bool KeysMayRepeat { get; init; }

    /// <summary>Whether an index, or the own side of a foreign key, may.</summary>
    public bool IndexesMayRepeat { get; init; }

    /// <summary>Types for which there is no collation: it would be refused, or forgotten.</summary>
    public EquatableArray<LogicalType> WithoutCollation { get; init; }

    /// <summary>How a constant of bytes is written, with <c>{0}</c> for its hexadecimal digits.</summary>
    public string BinaryFormat { get; init; } = "X'{0}'";

    /// <summary>Whether a view keeps its options as parameters, in lower case, and not as words of CREATE VIEW.</summary>
    public bool ViewOptionsAreParameters { get; init; }

    /// <summary>
    /// Types that hold every value of classes of .NET for which there is no logical one, by their full names. A class that is missing
    /// has none.
    /// </summary>
    public IReadOnlyDictionary<string, string> ClassTypes { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Types that Entity Framework's provider gives a column where ours is another, with <c>{0}</c> for digits in parentheses.
    /// </summary>
    public IReadOnlyDictionary<LogicalType, string> EntityFrameworkTypes { get; init; } = new Dictionary<LogicalType, string>();

    /// <summary>Types that it gives classes of .NET for which there is no logical one, by their names.</summary>
    public IReadOnlyDictionary<string, string> EntityFrameworkClasses { get; init; } = new Dictionary<string, string>();

    /// <summary>Types to which it adds the digits of a precision (<c>{0}</c>) where they are spelled out without.</summary>
    public IReadOnlyDictionary<string, string> EntityFrameworkSizedTypes { get; init; } = new Dictionary<string, string>();

    /// <summary>Classes of .NET, by their names, that it has no type for and refuses.</summary>
    public EquatableArray<string> EntityFrameworkRefuses { get; init; } = [];

    /// <summary>Types that it gives the version of a row; an empty one is a column that every row has by itself.</summary>
    public IReadOnlyDictionary<LogicalType, string> EntityFrameworkRowVersions { get; init; } = new Dictionary<LogicalType, string>();

    /// <summary>The type that it gives a list of values; empty where there are arrays.</summary>
    public string EntityFrameworkListType { get; init; } = "";

    /// <summary>The whole numbers for which it lets the database count.</summary>
    public EquatableArray<LogicalType> EntityFrameworkNumbers { get; init; } =
    [
        LogicalType.SByte, LogicalType.Int16, LogicalType.UInt16, LogicalType.Int32, LogicalType.UInt32, LogicalType.Int64,
        LogicalType.UInt64,
    ];

    /// <summary>Whether a column may be numbered that is not the first of a key.</summary>
    public bool NumbersAnyColumn { get; init; }

    /// <summary>Every provider's profile, one line for each: the one place that lists them for declarations.</summary>
    public static EquatableArray<ProviderProfile> All { get; } =
        [PostgreSqlProfile.Instance, MySqlProfile.Instance, MariaDbProfile.Instance, SqliteProfile.Instance];

    /// <summary>The profile of a provider, whatever the case its name is written in, or null.</summary>
    public static ProviderProfile? Find(string name) =>
        All.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the provider has a feature.</summary>
    public bool Has(Feature feature)
    {
        foreach (var had in Features) if (had == feature) return true;
        return false;
    }

    /// <summary>Whether a schema is the provider's own.</summary>
    public bool IsSystemSchema(string name) => SystemSchemas.Any(s => s[s.Length - 1] == '*'
        ? name.StartsWith(s.Substring(0, s.Length - 1), StringComparison.Ordinal)
        : name == s);

    /// <summary>Whether a name is longer than the provider keeps.</summary>
    public bool IsTooLong(string name) => NameUnit switch
    {
        NameUnit.Utf8Bytes => System.Text.Encoding.UTF8.GetByteCount(name) > MaxNameLength,
        NameUnit.Characters => name.Length > MaxNameLength,
        _ => false,
    };
}
