using System.Globalization;
using MySqlConnector;

namespace SchemaSync.MySql.Catalog;

/// <summary>
/// Reads information_schema in one round trip, restricted to the managed database. Nothing is joined on the server: MySQL joins
/// CHECK_CONSTRAINTS by a nested loop (FACTS, Floors and traps). Headers are aliased by position, for MySQL spells them as it likes.
/// </summary>
internal sealed class CatalogReader(MySqlConnection connection, string database, MySqlCapabilities server)
{
    private readonly string _here = MySqlText.Literal(database);

    /// <summary>Every row.</summary>
    public async Task<CatalogRows> ReadAsync(CancellationToken cancellationToken)
    {
        var rows = new CatalogRows(database);
        var queries = Queries(rows).ToList();
        using var command = new MySqlCommand(string.Join(";\n", queries.Select(q => q.Sql)), connection);
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        foreach (var (_, take) in queries)
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) take(new(reader));
            await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        }

        await reader.DisposeAsync().ConfigureAwait(false);
        await CheckRightsAsync(rows, cancellationToken).ConfigureAwait(false);
        return rows;
    }

    private async Task CheckRightsAsync(CatalogRows rows, CancellationToken cancellationToken)
    {
        if (Rights.Missing(rows.Grants, database, server).Count == 0) return;
        if (!server.IsMariaDb && Rights.HasRoles(rows.Grants)) await AddRolesAsync(connection, rows.Grants, cancellationToken).ConfigureAwait(false);
        if (Rights.Missing(rows.Grants, database, server) is { Count: > 0 } missing)
            throw new SchemaSyncException(InspectionDiagnostics.NoPermission, database, $"it does not see everything (GRANT {string.Join("; GRANT ", missing)})");
    }

    /// <summary>What SHOW GRANTS says with the roles that are active.</summary>
    internal static async Task AddRolesAsync(MySqlConnection connection, List<string> grants, CancellationToken cancellationToken)
    {
        using var ask = new MySqlCommand("SELECT CURRENT_ROLE()", connection);
        if (await ask.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is not string roles || roles == "NONE") return;
        using var command = new MySqlCommand($"SHOW GRANTS FOR CURRENT_USER() USING {roles}", connection);
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        grants.Clear();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) grants.Add(reader.GetString(0));
    }

    /// <summary>The queries alone, for those who measure what they cost.</summary>
    internal static string Text(string database, MySqlCapabilities server) =>
        string.Join(";\n", new CatalogReader(null!, database, server).Queries(new(database)).Select(q => q.Sql));

    private IEnumerable<(string Sql, Action<Row> Take)> Queries(CatalogRows rows)
    {
        yield return ($"SELECT TABLE_NAME, TABLE_TYPE, ENGINE, TABLE_COLLATION, CREATE_OPTIONS, TABLE_COMMENT FROM information_schema.TABLES WHERE TABLE_SCHEMA = {_here}",
            r => rows.Tables.Add(new(r.Text(), r.Text(), r.TextOrNull(), r.TextOrNull(), r.TextOrNull(), r.TextOrNull() ?? "")));
        yield return ($"""
            SELECT TABLE_NAME, COLUMN_NAME, COLUMN_DEFAULT, IS_NULLABLE = 'YES', DATA_TYPE, CHARACTER_SET_NAME, COLLATION_NAME, COLUMN_TYPE, EXTRA, COLUMN_COMMENT, GENERATION_EXPRESSION, {(server.IsMariaDb ? "NULL" : "SRS_ID")}
            FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = {_here} ORDER BY TABLE_NAME, ORDINAL_POSITION
            """,
            r => rows.Columns.Add(new(r.Text(), r.Text(), r.TextOrNull(), r.Flag(), r.Text(), r.TextOrNull(), r.TextOrNull(), r.Text(), r.TextOrNull() ?? "", r.TextOrNull() ?? "", r.TextOrNull(), r.IntOrNull())));
        // MariaDB fills STATISTICS table by table, as SHOW INDEX does; MySQL joins it in whatever order is cheapest today.
        yield return ($"""
            SELECT TABLE_NAME, INDEX_NAME, NON_UNIQUE = 0, SEQ_IN_INDEX, COLUMN_NAME, COLLATION = 'D', SUB_PART, INDEX_TYPE, INDEX_COMMENT, {(server.IsMariaDb ? "IGNORED = 'YES', NULL" : "IS_VISIBLE = 'NO', EXPRESSION")}
            FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = {_here}{(server.IsMariaDb ? "" : " ORDER BY TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX")}
            """,
            r => rows.Indexes.Add(new(r.Text(), r.Text(), r.Flag(), r.IntOrNull() ?? 0, r.TextOrNull(), r.Flag(), r.IntOrNull(), r.Text(), r.TextOrNull() ?? "", r.Flag(), r.TextOrNull())));
        foreach (var query in Constraints(rows)) yield return query;
        foreach (var query in Bodies(rows)) yield return query;
        yield return ("SHOW GRANTS", r => rows.Grants.Add(r.Text()));
    }

    private IEnumerable<(string Sql, Action<Row> Take)> Constraints(CatalogRows rows)
    {
        yield return ($"SELECT {(server.IsMariaDb ? "TABLE_NAME" : "NULL")}, CONSTRAINT_NAME, CHECK_CLAUSE, {(server.IsMariaDb ? "LEVEL = 'Column'" : "0")} FROM information_schema.CHECK_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = {_here}{(server.IsMariaDb ? "" : " ORDER BY CONSTRAINT_NAME")}",
            r => rows.Checks.Add(new(r.TextOrNull(), r.Text(), r.Text(), r.Flag())));
        if (!server.IsMariaDb)
        {
            yield return ($"SELECT TABLE_NAME, CONSTRAINT_NAME, ENFORCED = 'YES' FROM information_schema.TABLE_CONSTRAINTS WHERE TABLE_SCHEMA = {_here} AND CONSTRAINT_TYPE = 'CHECK'",
                r => rows.CheckOwners.Add(new(r.Text(), r.Text(), r.Flag())));
        }

        yield return ($"""
            SELECT TABLE_NAME, CONSTRAINT_NAME, COLUMN_NAME, REFERENCED_TABLE_SCHEMA, REFERENCED_TABLE_NAME, REFERENCED_COLUMN_NAME
            FROM information_schema.KEY_COLUMN_USAGE WHERE TABLE_SCHEMA = {_here} AND REFERENCED_TABLE_NAME IS NOT NULL ORDER BY TABLE_NAME, CONSTRAINT_NAME, ORDINAL_POSITION
            """,
            r => rows.KeyColumns.Add(new(r.Text(), r.Text(), r.Text(), r.Text(), r.Text(), r.Text())));
        yield return ($"SELECT TABLE_NAME, CONSTRAINT_NAME, UPDATE_RULE, DELETE_RULE FROM information_schema.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = {_here}",
            r => rows.KeyRules.Add(new(r.Text(), r.Text(), r.Text(), r.Text())));
    }

    // Not the bodies: both servers show them with one layer of backslashes and quotes taken off.
    private IEnumerable<(string Sql, Action<Row> Take)> Bodies(CatalogRows rows)
    {
        yield return ($"SELECT TABLE_NAME, CHECK_OPTION, SECURITY_TYPE FROM information_schema.VIEWS WHERE TABLE_SCHEMA = {_here}", r => rows.Views.Add(new(r.Text(), r.Text(), r.Text())));
        yield return ($"""
            SELECT TRIGGER_NAME, EVENT_OBJECT_TABLE, ACTION_TIMING, EVENT_MANIPULATION, SQL_MODE, ACTION_ORDER
            FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = {_here} ORDER BY EVENT_OBJECT_TABLE, ACTION_TIMING, EVENT_MANIPULATION, ACTION_ORDER
            """,
            r => rows.Triggers.Add(new(r.Text(), r.Text(), r.Text(), r.Text(), r.Text(), r.IntOrNull() ?? 1)));
        yield return ($"""
            SELECT ROUTINE_NAME, ROUTINE_TYPE = 'PROCEDURE', IS_DETERMINISTIC = 'YES', SQL_DATA_ACCESS, SECURITY_TYPE, SQL_MODE, ROUTINE_COMMENT
            FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = {_here} ORDER BY ROUTINE_NAME
            """,
            r => rows.Routines.Add(new(r.Text(), r.Flag(), r.Flag(), r.Text(), r.Text(), r.Text(), r.TextOrNull() ?? "")));
        yield return ($"""
            SELECT EVENT_NAME, {Moment("EXECUTE_AT")}, INTERVAL_VALUE, INTERVAL_FIELD, SQL_MODE, TIME_ZONE, {Moment("STARTS")}, {Moment("ENDS")}, STATUS, ON_COMPLETION = 'PRESERVE', CONVERT_TZ(STARTS, TIME_ZONE, @@SESSION.time_zone) = CREATED, EVENT_COMMENT
            FROM information_schema.EVENTS WHERE EVENT_SCHEMA = {_here} ORDER BY EVENT_NAME
            """,
            r => rows.Events.Add(new(r.Text(), r.TextOrNull(), r.TextOrNull(), r.TextOrNull(), r.Text(), r.Text(), r.TextOrNull(), r.TextOrNull(), r.Text(), r.Flag(), r.Flag(), r.TextOrNull() ?? "")));
    }

    private static string Moment(string column) => $"DATE_FORMAT({column}, '%Y-%m-%d %H:%i:%s')";

    /// <summary>The columns of a row, one after the other.</summary>
    internal struct Row(MySqlDataReader reader)
    {
        private int _next;

        public string Text() => reader.GetString(_next++);

        public string? TextOrNull() => reader.IsDBNull(_next) ? Skip() : reader.GetString(_next++);

        public bool Flag() => !reader.IsDBNull(_next++) && Convert.ToInt64(reader.GetValue(_next - 1), CultureInfo.InvariantCulture) != 0;

        public int? IntOrNull() => reader.IsDBNull(_next++) ? null : Convert.ToInt32(reader.GetValue(_next - 1), CultureInfo.InvariantCulture);

        private string? Skip()
        {
            _next++;
            return null;
        }
    }
}
