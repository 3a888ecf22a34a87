namespace SchemaSync.PostgreSql;

/// <summary>What a server version can do, as data; offline the newest supported one is assumed.</summary>
/// <param name="Version">As <c>server_version_num</c> gives it: 150018.</param>
internal sealed record PostgreSqlCapabilities(int Version)
{
    /// <summary>The oldest version that is tested.</summary>
    public const int OldestMajor = 13;

    private const int NewestMajor = 18;

    /// <summary>Of a server that answered.</summary>
    /// <exception cref="SchemaSyncException">SSY0211: it is older than what is tested.</exception>
    public static PostgreSqlCapabilities Of(int version, string displayName)
    {
        var server = new PostgreSqlCapabilities(version);
        return server.Major >= OldestMajor ? server
            : throw new SchemaSyncException(InspectionDiagnostics.ServerTooOld, displayName,
                $"PostgreSQL {server.Major}", $"PostgreSQL {OldestMajor}");
    }

    /// <summary>For work without a server.</summary>
    public static PostgreSqlCapabilities Offline { get; } = new(NewestMajor * 10000);

    /// <summary>The major version.</summary>
    public int Major => Version / 10000;

    /// <summary>COMPRESSION of a column, DETACH PARTITION CONCURRENTLY, SQL bodies that the server parses.</summary>
    public bool HasCompression => Major >= 14;

    /// <summary>A sequence has a row type of its name, as a table has.</summary>
    public bool HasTypesOfSequences => Major < 14;

    /// <summary>UNIQUE NULLS NOT DISTINCT, security_invoker views.</summary>
    public bool HasNullsNotDistinct => Major >= 15;

    /// <summary>Where a collation keeps its locale beside LC_COLLATE and LC_CTYPE; null where nowhere.</summary>
    public string? Locale => Major >= 17 ? "colllocale" : Major >= 15 ? "colliculocale" : null;

    /// <summary>RULES of a collation.</summary>
    public bool HasCollationRules => Major >= 16;

    /// <summary>Columns computed on reading, named NOT NULL constraints, NOT ENFORCED.</summary>
    public bool HasVirtualColumns => Major >= 18;

    /// <summary>A foreign key of a partitioned table, or to one, may be NOT VALID and validated later (release notes of 18).</summary>
    public bool ValidatesKeysOfPartitions => Major >= 18;
}
