namespace SchemaSync.Model;

/// <summary>The schema as declared for one or more providers: logical types, texts as written.</summary>
public sealed record SchemaModel
{
    /// <summary>Names of the providers this model is for, in <see cref="ProviderNames"/>' spelling.</summary>
    public EquatableArray<string> Providers { get; init; }

    /// <summary>The declared objects.</summary>
    public EquatableArray<TopLevelObject> Objects { get; init; }

    /// <summary>Declared renames and drops.</summary>
    public EquatableArray<Intent> Intents { get; init; }
}

/// <summary>The providers' names as MSBuild properties, options and files spell them.</summary>
public static class ProviderNames
{
    /// <summary>PostgreSQL.</summary>
    public const string PostgreSql = "PostgreSql";

    /// <summary>MySQL.</summary>
    public const string MySql = "MySql";

    /// <summary>MariaDB.</summary>
    public const string MariaDb = "MariaDb";

    /// <summary>SQLite.</summary>
    public const string Sqlite = "Sqlite";

    /// <summary>Those that have a <see cref="ProviderProfile"/>.</summary>
    public static EquatableArray<string> All { get; } = ProviderProfile.All.Select(p => p.Name).ToEquatableArray();

    /// <summary>The same as a sentence has them: <c>A, B or C</c>.</summary>
    public static string Choice { get; } = $"{string.Join(", ", All.Take(All.Count - 1))} or {All[All.Count - 1]}";
}
