namespace SchemaSync.Model;

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

    /// <summary>Beginnings of names that the provider keeps for itself.</summary>
    public EquatableArray<string> ReservedPrefixes { get; init; }

    /// <summary>Array columns.</summary>
    public bool Arrays { get; init; }

    /// <summary>A precision and scale that the database enforces.</summary>
    public bool Precision { get; init; }

    /// <summary>Comments on tables and columns.</summary>
    public bool Comments { get; init; }

    /// <summary>Whether numbering works only on a whole number that is the primary key by itself.</summary>
    public bool IdentityOnPrimaryKeyOnly { get; init; }

    /// <summary>A first number for identity columns.</summary>
    public bool IdentityStart { get; init; }

    /// <summary>A distance between the numbers of identity columns.</summary>
    public bool IdentityIncrement { get; init; }

    /// <summary>Indexes over some of the rows.</summary>
    public bool PartialIndexes { get; init; }

    /// <summary>Indexes on expressions.</summary>
    public bool ExpressionIndexes { get; init; }

    /// <summary>A collation given in an index.</summary>
    public bool IndexCollations { get; init; }

    /// <summary>Foreign keys that are checked at commit.</summary>
    public bool DeferrableForeignKeys { get; init; }

    /// <summary>ON DELETE / ON UPDATE SET DEFAULT.</summary>
    public bool SetDefaultAction { get; init; }

    /// <summary>Whether a foreign key needs an index of the user's on its own columns to be fast.</summary>
    public bool ForeignKeysLackIndex { get; init; }

    /// <summary>Triggers that fire only when certain columns are assigned.</summary>
    public bool TriggerUpdateOf { get; init; }

    /// <summary>Triggers on more than one event.</summary>
    public bool TriggerManyEvents { get; init; }

    /// <summary>Triggers on TRUNCATE.</summary>
    public bool TriggerTruncate { get; init; }

    /// <summary>Triggers with a condition.</summary>
    public bool TriggerWhen { get; init; }

    /// <summary>Triggers instead of a change, on views.</summary>
    public bool InsteadOfTriggers { get; init; }

    /// <summary>Triggers whose body is statements; elsewhere it is a function.</summary>
    public bool TriggerBodies { get; init; }

    /// <summary>Computed columns that are not stored.</summary>
    public bool VirtualComputed { get; init; }

    /// <summary>Materialized views.</summary>
    public bool MaterializedViews { get; init; }

    /// <summary>Whether a backslash in a text constant begins an escape.</summary>
    public bool BackslashEscapes { get; init; }

    /// <summary>Table options known by name; empty where any may be given.</summary>
    public EquatableArray<string> TableOptions { get; init; }

    /// <summary>Every provider's profile, in the order of <see cref="ProviderNames.All"/>.</summary>
    public static EquatableArray<ProviderProfile> All { get; } =
        [PostgreSqlProfile.Instance, MySqlProfile.Instance, MariaDbProfile.Instance, SqliteProfile.Instance];

    /// <summary>The profile of a provider, whatever the case its name is written in, or null.</summary>
    public static ProviderProfile? Find(string name) =>
        All.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a name is longer than the provider keeps.</summary>
    public bool IsTooLong(string name) => NameUnit switch
    {
        NameUnit.Utf8Bytes => System.Text.Encoding.UTF8.GetByteCount(name) > MaxNameLength,
        NameUnit.Characters => name.Length > MaxNameLength,
        _ => false,
    };
}
