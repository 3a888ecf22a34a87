using System.Globalization;
using MySqlConnector;

namespace SchemaSync.MySql.Catalog;

/// <summary>One question to information_schema about databases.</summary>
/// <param name="Columns">What is asked for.</param>
/// <param name="From">Of what, with <c>{here}</c> for the name of a database behind the column that it is compared with.</param>
/// <param name="Take">What is done with a row.</param>
/// <param name="Order">The numbers of the columns by which rows are ordered, where that matters; the first is 1.</param>
/// <param name="Hidden">A column that only orders.</param>
internal sealed record CatalogQuery(
    string Columns, string From, Action<CatalogRows, CatalogReader.Row> Take, string Order = "", string Hidden = "")
{
    /// <summary>The number of the first column that was asked for.</summary>
    public const int First = 2;

    private const string Here = "{here}", Where = "WHERE ";

    private string Column
    {
        get
        {
            var start = From.IndexOf(Where, StringComparison.Ordinal) + Where.Length;
            return From[start..From.IndexOf($" = {Here}", StringComparison.Ordinal)];
        }
    }

    /// <summary>
    /// The question about several at once. Each has its own constant: given a list, MariaDB looks into every database of the server
    /// (tried on 10.11 and 11.8). A row begins with the number of its database and what the server calls it (<see cref="Of"/>).
    /// </summary>
    public string Over(IReadOnlyList<ManagedDatabase> databases)
    {
        string Of(ManagedDatabase database, int number) =>
            string.Create(CultureInfo.InvariantCulture,
                $"SELECT {number} AS n, {Column} AS place, {Columns}{Hidden} FROM information_schema.")
            + From.Replace(Here, MySqlText.Literal(database.Place), StringComparison.Ordinal);
        var parts = string.Join(" UNION ALL ", databases.Select(Of));
        if (Order.Length == 0) return parts;
        var order = Order.Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture) + First);
        return $"{parts} ORDER BY {string.Join(", ", order)}";
    }

    /// <summary>
    /// The question about many, none of which is there twice: MySQL answers a list at once, MariaDB each constant for itself.
    /// </summary>
    public string OverMany(IReadOnlyList<ManagedDatabase> databases, MySqlCapabilities server)
    {
        if (server.IsMariaDb) return Over(databases);
        var places = string.Join(", ", databases.Select(d => MySqlText.Literal(d.Place)));
        return $"SELECT 0 AS n, {Column} AS place, {Columns}{Hidden} FROM information_schema."
            + From.Replace($"= {Here}", $"IN ({places})", StringComparison.Ordinal);
    }

    /// <summary>
    /// Whose a row is; null where it is another one's, whose name differs in case alone: MariaDB gives the triggers of both.
    /// </summary>
    public static ManagedDatabase? Of(MySqlDataReader reader, IReadOnlyList<ManagedDatabase> databases, MySqlCapabilities server)
    {
        var database = databases[Convert.ToInt32(reader.GetValue(0), CultureInfo.InvariantCulture)];
        return !server.TellsCase || reader.GetString(1) == database.Place ? database : null;
    }
}

/// <summary>Every question that a snapshot takes.</summary>
internal static class CatalogQueries
{
    /// <summary>The questions for a server.</summary>
    public static IReadOnlyList<CatalogQuery> All(MySqlCapabilities server) => [.. Tables(server), .. Constraints(server), .. Bodies()];

    private static IEnumerable<CatalogQuery> Tables(MySqlCapabilities server)
    {
        yield return new(
            "TABLE_NAME, TABLE_TYPE, ENGINE, TABLE_COLLATION, CREATE_OPTIONS, TABLE_COMMENT", "TABLES WHERE TABLE_SCHEMA = {here}",
            (rows, r) => rows.Tables.Add(new(r.Text(), r.Text(), r.TextOrNull(), r.TextOrNull(), r.TextOrNull(), r.TextOrNull() ?? "")));
        yield return new(
            "TABLE_NAME, COLUMN_NAME, COLUMN_DEFAULT, IS_NULLABLE = 'YES', "
            + "DATA_TYPE, CHARACTER_SET_NAME, COLLATION_NAME, COLUMN_TYPE, EXTRA, "
            + $"COLUMN_COMMENT, GENERATION_EXPRESSION, {(server.IsMariaDb ? "NULL" : "SRS_ID")}",
            "COLUMNS WHERE TABLE_SCHEMA = {here}",
            (rows, r) => rows.Columns.Add(new(
                r.Text(), r.Text(), r.TextOrNull(), r.Flag(), r.Text(), r.TextOrNull(), r.TextOrNull(), r.Text(), r.TextOrNull() ?? "",
                r.TextOrNull() ?? "", r.TextOrNull(), r.IntOrNull())),
            "1,13", ", ORDINAL_POSITION");
        // MariaDB fills STATISTICS table by table, as SHOW INDEX does; MySQL joins it in whatever order is cheapest today.
        yield return new(
            "TABLE_NAME, INDEX_NAME, NON_UNIQUE = 0, SEQ_IN_INDEX, COLUMN_NAME, COLLATION = 'D', SUB_PART, INDEX_TYPE, INDEX_COMMENT, "
            + (server.IsMariaDb ? "IGNORED = 'YES', NULL" : "IS_VISIBLE = 'NO', EXPRESSION"),
            "STATISTICS WHERE TABLE_SCHEMA = {here}",
            (rows, r) => rows.Indexes.Add(new(
                r.Text(), r.Text(), r.Flag(), r.IntOrNull() ?? 0, r.TextOrNull(), r.Flag(), r.IntOrNull(), r.Text(), r.TextOrNull() ?? "",
                r.Flag(), r.TextOrNull())),
            server.IsMariaDb ? "" : "1,2,4");
    }

    private static IEnumerable<CatalogQuery> Constraints(MySqlCapabilities server)
    {
        yield return new(
            server.IsMariaDb ? "TABLE_NAME, CONSTRAINT_NAME, CHECK_CLAUSE, LEVEL = 'Column'" : "NULL, CONSTRAINT_NAME, CHECK_CLAUSE, 0",
            "CHECK_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = {here}",
            (rows, r) => rows.Checks.Add(new(r.TextOrNull(), r.Text(), r.Text(), r.Flag())), server.IsMariaDb ? "" : "2");
        if (!server.IsMariaDb)
        {
            yield return new(
                "TABLE_NAME, CONSTRAINT_NAME, ENFORCED = 'YES'",
                "TABLE_CONSTRAINTS WHERE TABLE_SCHEMA = {here} AND CONSTRAINT_TYPE = 'CHECK'",
                (rows, r) => rows.CheckOwners.Add(new(r.Text(), r.Text(), r.Flag())));
        }

        yield return new(
            "TABLE_NAME, CONSTRAINT_NAME, COLUMN_NAME, REFERENCED_TABLE_SCHEMA, REFERENCED_TABLE_NAME, REFERENCED_COLUMN_NAME",
            "KEY_COLUMN_USAGE WHERE TABLE_SCHEMA = {here} AND REFERENCED_TABLE_NAME IS NOT NULL",
            (rows, r) => rows.KeyColumns.Add(new(r.Text(), r.Text(), r.Text(), r.Text(), r.Text(), r.Text())),
            "1,2,7", ", ORDINAL_POSITION");
        yield return new(
            "TABLE_NAME, CONSTRAINT_NAME, UPDATE_RULE, DELETE_RULE", "REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = {here}",
            (rows, r) => rows.KeyRules.Add(new(r.Text(), r.Text(), r.Text(), r.Text())));
    }

    private static void Routine(CatalogRows rows, (string Name, string Type) head, RoutineRow row)
    {
        if (head.Type.StartsWith("PACKAGE", StringComparison.Ordinal)) rows.Packages.Add(new(head.Name, head.Type != "PACKAGE",
            row.SqlMode, row.Comment));
        else rows.Routines.Add(row with { Name = head.Name, IsProcedure = head.Type == "PROCEDURE" });
    }

    // Not the bodies: both servers show them with one layer of backslashes and quotes taken off.
    private static IEnumerable<CatalogQuery> Bodies()
    {
        yield return new(
            "TABLE_NAME, CHECK_OPTION, SECURITY_TYPE", "VIEWS WHERE TABLE_SCHEMA = {here}",
            (rows, r) => rows.Views.Add(new(r.Text(), r.Text(), r.Text())));
        yield return new(
            "TRIGGER_NAME, EVENT_OBJECT_TABLE, ACTION_TIMING, EVENT_MANIPULATION, SQL_MODE, ACTION_ORDER",
            "TRIGGERS WHERE TRIGGER_SCHEMA = {here}",
            (rows, r) => rows.Triggers.Add(new(r.Text(), r.Text(), r.Text(), r.Text(), r.Text(), r.IntOrNull() ?? 1)), "2,3,4,6");
        yield return new(
            "ROUTINE_NAME, ROUTINE_TYPE, IS_DETERMINISTIC = 'YES', SQL_DATA_ACCESS, SECURITY_TYPE, SQL_MODE, ROUTINE_COMMENT",
            "ROUTINES WHERE ROUTINE_SCHEMA = {here}",
            (rows, r) => Routine(rows, (r.Text(), r.Text()), new("", false, r.Flag(), r.Text(), r.Text(), r.Text(), r.TextOrNull()
                ?? "")), "1");
        yield return new(
            $"EVENT_NAME, {Moment("EXECUTE_AT")}, INTERVAL_VALUE, INTERVAL_FIELD, "
            + $"SQL_MODE, TIME_ZONE, {Moment("STARTS")}, {Moment("ENDS")}, "
            + "STATUS, ON_COMPLETION = 'PRESERVE', CONVERT_TZ(STARTS, TIME_ZONE, @@SESSION.time_zone) = CREATED, EVENT_COMMENT",
            "EVENTS WHERE EVENT_SCHEMA = {here}",
            (rows, r) => rows.Events.Add(new(
                r.Text(), r.TextOrNull(), r.TextOrNull(), r.TextOrNull(), r.Text(), r.Text(), r.TextOrNull(), r.TextOrNull(), r.Text(),
                r.Flag(), r.Flag(), r.TextOrNull() ?? "")), "1");
    }

    private static string Moment(string column) => $"DATE_FORMAT({column}, '%Y-%m-%d %H:%i:%s')";
}
