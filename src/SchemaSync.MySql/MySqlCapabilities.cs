using System.Globalization;

namespace SchemaSync.MySql;

/// <summary>Facts of one server, by product and version: a difference is a field here, not a subclass.</summary>
internal sealed record MySqlCapabilities
{
    private const string LexerMode =
        "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";
    private const string MariaDbMode = "STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION";

    private MySqlCapabilities(bool isMariaDb, Version version) => (IsMariaDb, Version) = (isMariaDb, version);

    /// <summary>The newest MySQL, for work without a server.</summary>
    public static MySqlCapabilities OfflineMySql { get; } = new(isMariaDb: false, new(9, 7));

    /// <summary>The newest MariaDB, for work without a server.</summary>
    public static MySqlCapabilities OfflineMariaDb { get; } = new(isMariaDb: true, new(11, 8));

    /// <summary>Whether it is MariaDB.</summary>
    public bool IsMariaDb { get; }

    /// <summary>The version number.</summary>
    public Version Version { get; }

    /// <summary>As people say it.</summary>
    public string Product => $"{(IsMariaDb ? "MariaDB" : "MySQL")} {Version}";

    /// <summary>The oldest version that is supported: enforced checks, RENAME COLUMN,
    /// invisible columns; MariaDB's oldest maintained series.</summary>
    public Version Oldest => IsMariaDb ? new(10, 6) : new(8, 0, 23);

    /// <summary>One of <see cref="ProviderNames"/>.</summary>
    public string Provider => IsMariaDb ? ProviderNames.MariaDb : ProviderNames.MySql;

    /// <summary>The default collation of the database: tables that name none get it.</summary>
    public string DatabaseCollation { get; init; } = "";

    /// <summary>The same of shared databases that are there.</summary>
    public IReadOnlyDictionary<string, string> SharedCollations { get; init; } = new Dictionary<string, string>();

    /// <summary>The default collation of a database; one that a plan makes gets that of the tenant's own.</summary>
    public string CollationOf(Identifier schema) =>
        schema.IsEmpty ? DatabaseCollation : SharedCollations.GetValueOrDefault(schema.Value, DatabaseCollation);

    /// <summary>Names of databases that differ in case alone are two (lower_case_table_names 0).</summary>
    public bool TellsCase { get; init; }

    /// <summary>The server turns the names of tables into lower case (lower_case_table_names 1).</summary>
    public bool LowersTableNames { get; init; }

    /// <summary>What the server prints; versions of one series print one schema in one way.</summary>
    public NormalForm ServerForm => new(Provider, IsServer: true, (Version.Major * 100) + Version.Minor);

    /// <summary>The mode of our sessions: the server's own default, whatever was
    /// configured. It is kept with every trigger and routine.</summary>
    public string SqlMode => IsMariaDb ? MariaDbMode : LexerMode;

    /// <summary>That mode takes no date without a year, a month or a day.</summary>
    public bool RefusesZeroDates => !IsMariaDb;

    /// <summary>The same mode where such dates are defaults.</summary>
    public string ZeroDateMode => SqlMode.Replace("NO_ZERO_IN_DATE,NO_ZERO_DATE,", "", StringComparison.Ordinal);

    /// <summary>Numbers carry a display width (<c>int(11)</c>).</summary>
    public bool HasDisplayWidths => IsMariaDb;

    /// <summary>JSON is a type of its own, not a text with a check.</summary>
    public bool HasJson => !IsMariaDb;

    /// <summary>The type <c>uuid</c>.</summary>
    public bool HasUuid => IsMariaDb && Version >= new Version(10, 7);

    /// <summary>Indexes over vectors; MySQL has the type alone.</summary>
    public bool HasVectorIndexes => IsMariaDb && Version >= new Version(11, 7);

    /// <summary>A check may belong to a column.</summary>
    public bool HasColumnChecks => IsMariaDb;

    /// <summary>The default of ON DELETE and ON UPDATE is called RESTRICT, not NO ACTION; InnoDB does the same for both.</summary>
    public bool DefaultActionIsRestrict => IsMariaDb;

    /// <summary>No two foreign keys of a database share a name; in newer MariaDB no two of a table do.</summary>
    public bool NamesForeignKeysWithinDatabase => !IsMariaDb || Version < new Version(12, 1);

    /// <summary>CREATE OR REPLACE for triggers and routines.</summary>
    public bool ReplacesBodies => IsMariaDb;

    /// <summary>A right to read routines that lets nobody call them.</summary>
    public bool HasShowCreateRoutine => IsMariaDb && Version >= new Version(11, 3);

    /// <summary>A column can be added in any position, and dropped, without touching a row.</summary>
    public bool ChangesColumnsInstantly => IsMariaDb || Version >= new Version(8, 0, 29);

    /// <summary>The catalogue lists the numbers of sequences.</summary>
    public bool ListsSequences => IsMariaDb && Version >= new Version(11, 5);

    /// <summary>Reads the answer to SELECT VERSION(), such as <c>9.7.4-2</c> or <c>10.11.18-MariaDB-0+deb12u1</c>.</summary>
    public static MySqlCapabilities Of(string version)
    {
        var isMariaDb = version.Contains("MariaDB", StringComparison.OrdinalIgnoreCase);
        // Old drivers and proxies put 5.5.5 before MariaDB's own number.
        var number = isMariaDb && version.StartsWith("5.5.5-", StringComparison.Ordinal) ? version[6..] : version;
        var numbers = number.Split('-')[0].Split('.')
            .Select(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0)
            .Append(0).Append(0).ToList();
        return new(isMariaDb, new(numbers[0], numbers[1], numbers[2]));
    }
}
