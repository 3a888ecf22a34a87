using System.ComponentModel;

namespace SchemaSync.Hosting;

/// <summary>A database system. Its name may come from a configuration, and from a package that brings a database of its own.</summary>
[TypeConverter(typeof(DatabaseProviderConverter))]
public sealed record DatabaseProvider
{
    /// <summary>A database system by its name, in any case of its letters.</summary>
    public DatabaseProvider(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = ProviderProfile.Find(name)?.Name ?? name;
    }

    /// <summary>PostgreSQL.</summary>
    public static DatabaseProvider PostgreSql { get; } = new(ProviderNames.PostgreSql);

    /// <summary>MySQL.</summary>
    public static DatabaseProvider MySql { get; } = new(ProviderNames.MySql);

    /// <summary>MariaDB.</summary>
    public static DatabaseProvider MariaDb { get; } = new(ProviderNames.MariaDb);

    /// <summary>SQLite.</summary>
    public static DatabaseProvider Sqlite { get; } = new(ProviderNames.Sqlite);

    /// <summary>What it is called in every message, and in <see cref="TenantContext.Provider"/>.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
