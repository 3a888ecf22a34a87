namespace SchemaSync.MySql.Scripts;

/// <summary>What the mysql client is asked about a database: in MySQL's catalogue, or in MariaDB's.</summary>
internal static class ShellStates
{
    /// <summary>The side that holds events.</summary>
    public const string Event = "event";

    // The side of a database that tenants share.
    private const string SchemaSide = "schema";

    private const string Ours = "NOT LIKE '@_@_schemasync@_%' ESCAPE '@'";

    // The databases in which parts are looked for: in the tenant's own, as it stands in a part, or in a shared one.
    private const string Own = "SCHEMA = DATABASE()";

    /// <summary>
    /// Side, name, bare name and state of every object of the database, whose name is in none of them; and of shared ones, whose objects
    /// say theirs.
    /// </summary>
    /// <param name="server">What is connected.</param>
    /// <param name="shared">The shared ones.</param>
    public static string Query(MySqlCapabilities server, IReadOnlyList<ManagedDatabase> shared) => $"""
        SELECT part.side, part.name, part.name AS bare,
            LEFT(SHA2(GROUP_CONCAT(SHA2(part.text, 256) ORDER BY SHA2(part.text, 256) SEPARATOR ''), 256), 32) AS state FROM (
          {string.Join("\n  UNION ALL ", All(server, shared))}
        ) part GROUP BY part.side, part.name
        """;

    private static IEnumerable<string> All(MySqlCapabilities server, IReadOnlyList<ManagedDatabase> shared) =>
        Parts(server).Select(p => Select(p, p.Name, shared)).Concat(shared.SelectMany(d => Shared(server, d, shared)));

    private static IEnumerable<(string Side, string Name, string Facts, string From)> Parts(MySqlCapabilities server) =>
        server.IsMariaDb ? Common.Concat(MariaDb(server)) : Common.Concat(MySql);

    private static IEnumerable<string> Shared(MySqlCapabilities server, ManagedDatabase database, IReadOnlyList<ManagedDatabase> shared)
    {
        var (name, here) = (MySqlText.Literal($"{new QualifiedName(database.Schema)}."), MySqlText.Literal(database.Place));
        var itself = ($"'{SchemaSide}'", "", "'there'", $"SCHEMATA WHERE SCHEMA_NAME = {here}");
        yield return Select(itself, MySqlText.Literal(database.Schema.Value), shared);
        foreach (var part in Parts(server))
        {
            var there = part with { From = part.From.Replace(Own, $"SCHEMA = {here}", StringComparison.Ordinal) };
            yield return Select(there, $"CONCAT({name}, {part.Name})", shared);
        }
    }

    private static string Select(
        (string Side, string Name, string Facts, string From) part, string name, IReadOnlyList<ManagedDatabase> shared)
    {
        var facts = shared.Where(d => d.Place != d.Schema.Value).Aggregate(Text($"JSON_ARRAY({part.Facts})"), Real);
        return $"SELECT {Text(part.Side)} AS side, {Text(name)} AS name, {facts} AS text FROM information_schema.{part.From}";
    }

    // On scratch a shared database is called otherwise, in a text that quotes what JSON quotes.
    private static string Real(string text, ManagedDatabase database)
    {
        string Escaped(string name) => name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        string Replaced(string of, string place, string name) =>
            $"REPLACE({of}, {MySqlText.Literal(place)}, {MySqlText.Literal(Escaped(name))})";
        return Replaced(Replaced(text, $"`{database.Place}`", MySqlText.Quote(database.Schema)), database.Place, database.Schema.Value);
    }

    private static string Unqualified(string text) => $"REPLACE({text}, CONCAT('`', REPLACE(DATABASE(), '`', '``'), '`.'), '')";

    // Tables that differ in case alone are two.
    private static string Text(string expression) => $"CONVERT({expression} USING utf8mb4) COLLATE utf8mb4_bin";

    // On scratch an empty table stands in for one of others, whose name is its comment.
    private const string Referenced = $"""
        IF(REFERENCED_TABLE_NAME LIKE '{StandIns.Prefix}%', (SELECT s.TABLE_COMMENT FROM information_schema.TABLES s
            WHERE s.TABLE_SCHEMA = DATABASE() AND s.TABLE_NAME = REFERENCED_TABLE_NAME),
            CONCAT_WS('.', NULLIF(REFERENCED_TABLE_SCHEMA, DATABASE()), REFERENCED_TABLE_NAME))
        """;

    private static readonly (string Side, string Name, string Facts, string From)[] Common =
    [
        ("''", "TABLE_NAME", "TABLE_TYPE, ENGINE, TABLE_COLLATION, CREATE_OPTIONS, TABLE_COMMENT",
            $"TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME {Ours}"),
        ("''", "TABLE_NAME", $"'key', CONSTRAINT_NAME, ORDINAL_POSITION, COLUMN_NAME, {Referenced}, REFERENCED_COLUMN_NAME",
            $"KEY_COLUMN_USAGE WHERE TABLE_SCHEMA = DATABASE() AND REFERENCED_TABLE_NAME IS NOT NULL AND TABLE_NAME {Ours}"),
        ("''", "TABLE_NAME", "'reference', CONSTRAINT_NAME, UPDATE_RULE, DELETE_RULE, MATCH_OPTION",
            $"REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = DATABASE() AND TABLE_NAME {Ours}"),
        ("''", "TABLE_NAME",
            "'partition', PARTITION_NAME, SUBPARTITION_NAME, PARTITION_ORDINAL_POSITION, SUBPARTITION_ORDINAL_POSITION, "
                + "PARTITION_METHOD, SUBPARTITION_METHOD, PARTITION_EXPRESSION, "
                + "SUBPARTITION_EXPRESSION, PARTITION_DESCRIPTION, PARTITION_COMMENT",
            $"PARTITIONS WHERE TABLE_SCHEMA = DATABASE() AND PARTITION_NAME IS NOT NULL AND TABLE_NAME {Ours}"),
        ("''", "TABLE_NAME", $"'view', {Unqualified("VIEW_DEFINITION")}, CHECK_OPTION, SECURITY_TYPE",
            "VIEWS WHERE TABLE_SCHEMA = DATABASE()"),
        ("''", "EVENT_OBJECT_TABLE", "'trigger', TRIGGER_NAME, ACTION_ORDER, ACTION_TIMING, EVENT_MANIPULATION, ACTION_STATEMENT, SQL_MODE",
            "TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE()"),
        ("LOWER(ROUTINE_TYPE)", "ROUTINE_NAME",
            "ROUTINE_DEFINITION, DTD_IDENTIFIER, IS_DETERMINISTIC, SQL_DATA_ACCESS, SECURITY_TYPE, ROUTINE_COMMENT, SQL_MODE",
            "ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()"),
        ("LOWER(ROUTINE_TYPE)", "SPECIFIC_NAME", "ORDINAL_POSITION, PARAMETER_MODE, PARAMETER_NAME, DTD_IDENTIFIER",
            "PARAMETERS WHERE SPECIFIC_SCHEMA = DATABASE() AND ORDINAL_POSITION > 0"),
        ($"'{Event}'", "EVENT_NAME",
            "EVENT_DEFINITION, EVENT_TYPE, EXECUTE_AT, INTERVAL_VALUE, INTERVAL_FIELD, IF(STARTS IN (CREATED, LAST_ALTERED), NULL, "
                + "STARTS), ENDS, STATUS, ON_COMPLETION, EVENT_COMMENT, SQL_MODE, TIME_ZONE",
            "EVENTS WHERE EVENT_SCHEMA = DATABASE()"),
    ];

    private static readonly (string Side, string Name, string Facts, string From)[] MySql =
    [
        ("''", "TABLE_NAME",
            "'column', COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE, COLUMN_DEFAULT, EXTRA, COLLATION_NAME, GENERATION_EXPRESSION, "
                + "COLUMN_COMMENT, SRS_ID", $"COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME {Ours}"),
        ("''", "TABLE_NAME",
            "'index', INDEX_NAME, SEQ_IN_INDEX, NON_UNIQUE, COLUMN_NAME, COLLATION, SUB_PART, INDEX_TYPE, INDEX_COMMENT, IS_VISIBLE, "
                + "EXPRESSION", $"STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME {Ours}"),
        ("''", "TABLE_NAME", "'constraint', CONSTRAINT_NAME, CONSTRAINT_TYPE, ENFORCED",
            $"TABLE_CONSTRAINTS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME {Ours}"),
        // To ask which table a check belongs to costs the square of all tables; its name is one of the whole database.
        ($"'{ScriptSides.Check}'", "CONSTRAINT_NAME", "CHECK_CLAUSE", "CHECK_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = DATABASE()"),
    ];

    private static IEnumerable<(string Side, string Name, string Facts, string From)> MariaDb(MySqlCapabilities server)
    {
        yield return ("''", "TABLE_NAME",
            $"'column', COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE, {Unqualified("COLUMN_DEFAULT")}, EXTRA, COLLATION_NAME, "
                + "GENERATION_EXPRESSION, COLUMN_COMMENT", $"COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME {Ours}");
        yield return ("''", "TABLE_NAME",
            "'index', INDEX_NAME, SEQ_IN_INDEX, NON_UNIQUE, COLUMN_NAME, COLLATION, SUB_PART, INDEX_TYPE, INDEX_COMMENT, IGNORED",
            $"STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME {Ours}");
        yield return ("''", "TABLE_NAME", "'constraint', CONSTRAINT_NAME, CONSTRAINT_TYPE",
            $"TABLE_CONSTRAINTS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME {Ours}");
        yield return ("''", "TABLE_NAME", "'check', CONSTRAINT_NAME, LEVEL, CHECK_CLAUSE",
            $"CHECK_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = DATABASE() AND TABLE_NAME {Ours}");
        if (server.ListsSequences)
            yield return ("''", "SEQUENCE_NAME",
                "'sequence', DATA_TYPE, START_VALUE, MINIMUM_VALUE, MAXIMUM_VALUE, `INCREMENT`, CYCLE_OPTION",
                "SEQUENCES WHERE SEQUENCE_SCHEMA = DATABASE()");
    }
}
