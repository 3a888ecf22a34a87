using Npgsql;

namespace SchemaSync.PostgreSql.Outside;

/// <summary>A table of others, as far as a foreign key of ours needs to know it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Account">Who asks.</param>
/// <param name="HasSchema">Whether its schema is there.</param>
/// <param name="MayUse">Whether the account may look into that schema.</param>
/// <param name="Exists">Whether there is such a table.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Keys">What a foreign key may refer to.</param>
internal sealed record OutsideTable(
    QualifiedName Name, string Account, bool HasSchema, bool MayUse, bool Exists,
    IReadOnlyList<OutsideColumn> Columns, IReadOnlyList<OutsideKey> Keys)
{
    // One row. No lock is taken on the table: the catalogue alone is read.
    private const string Query = """
        SELECT current_user::text, n.oid IS NOT NULL, coalesce(has_schema_privilege(n.oid, 'USAGE'), false), c.oid IS NOT NULL,
          (SELECT json_agg(json_build_array(a.attname, format_type(a.atttypid, a.atttypmod),
              CASE WHEN a.attcollation <> t.typcollation THEN (SELECT quote_ident(m.nspname) || '.' || quote_ident(o.collname)
                FROM pg_collation o JOIN pg_namespace m ON m.oid = o.collnamespace WHERE o.oid = a.attcollation) END,
              has_column_privilege(c.oid, a.attnum, 'REFERENCES'), has_column_privilege(c.oid, a.attnum, 'SELECT')) ORDER BY a.attnum)
            FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid WHERE a.attrelid = c.oid AND a.attnum > 0
                AND NOT a.attisdropped)::text,
          (SELECT json_agg(json_build_array(i.indisprimary, i.indisexclusion, (SELECT json_agg(a.attname ORDER BY k.place)
              FROM unnest(i.indkey::smallint[]) WITH ORDINALITY k(number, place) JOIN pg_attribute a ON a.attrelid = c.oid
                  AND a.attnum = k.number
              WHERE k.place <= i.indnkeyatts)) ORDER BY i.indexrelid)
            FROM pg_index i WHERE i.indrelid = c.oid AND i.indisunique AND i.indimmediate AND i.indisvalid AND i.indpred IS NULL
                AND i.indexprs IS NULL)::text
        FROM (SELECT) one LEFT JOIN pg_namespace n ON n.nspname = $1
          LEFT JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = $2 AND c.relkind IN ('r', 'p')
        """;

    /// <summary>Asks the server.</summary>
    public static async Task<OutsideTable> FindAsync(NpgsqlConnection connection, QualifiedName table, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(Query, connection)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = table.Schema.Value },
                new NpgsqlParameter<string> { TypedValue = table.Name.Value } },
        };
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                var row = new CatalogRow(reader);
                return new(table, row.Text(), row.Flag(), row.Flag(), row.Flag(),
                    [.. Rows(row).Select(OutsideColumn.Of)], [.. Rows(row).Select(OutsideKey.Of)]);
            }
        }
    }

    /// <summary>The key that a foreign key to these columns, or to none in particular, refers to; null where there is none.</summary>
    public OutsideKey? KeyOf(IReadOnlyCollection<Identifier> columns) => columns.Count == 0
        ? Keys.FirstOrDefault(k => k.IsPrimary)
        : Keys.FirstOrDefault(k => columns.ToHashSet().SetEquals(k.Columns));

    /// <summary>Why a foreign key cannot refer to it; null where it can.</summary>
    /// <param name="user">The foreign key.</param>
    /// <param name="columns">What it refers to; none in particular where it is empty.</param>
    /// <param name="reads">Whether rows are asked for as well.</param>
    public Diagnostic? Fault(ObjectId user, IReadOnlyCollection<Identifier> columns, bool reads)
    {
        if (Missing(columns) is { } missing) return About(InspectionDiagnostics.ExternalMissing, user, missing);
        return Refused(KeyOf(columns)!, reads) is { } refused ? About(InspectionDiagnostics.ExternalRefused, user, refused) : null;
    }

    /// <summary>Why nothing is referred to by the name of the tenant's own schema, which is
    /// another one for each tenant; null where it is not that one.</summary>
    public static Diagnostic? OwnFault(ObjectId user, QualifiedName name, string own) => name.Schema.Value != own ? null
        : Diagnostic.Of(InspectionDiagnostics.ExternalMissing, user.ToString(), name.ToString(),
            $"{own} is the tenant's own schema, whose objects are named without it") with { Subject = user };

    private string? Missing(IReadOnlyCollection<Identifier> columns)
    {
        if (!HasSchema) return $"there is no schema {Name.Schema}";
        if (!Exists) return $"the schema {Name.Schema} has no such table";
        if (columns.FirstOrDefault(c => Columns.All(o => o.Name != c)) is { IsEmpty: false } column) return $"it has no column {column}";
        if (KeyOf(columns) is not null) return null;
        return columns.Count == 0
            ? "it has no primary key"
            : $"it has no primary key or unique index of {string.Join(", ", columns)} alone";
    }

    private string? Refused(OutsideKey key, bool reads)
    {
        var account = PostgreSqlText.Quote(new Identifier(Account));
        if (!MayUse) return $"use the schema {Name.Schema} (GRANT USAGE ON SCHEMA {PostgreSqlText.Quote(Name.Schema)} TO {account})";
        var columns = Columns.Where(c => key.Columns.Contains(c.Name)).ToList();
        var names = PostgreSqlText.Names(columns.Select(c => c.Name));
        if (columns.Exists(c => !c.MayRefer))
            return $"refer to it (GRANT REFERENCES ({names}) ON {PostgreSqlText.Quote(Name)} TO {account})";
        return reads && columns.Exists(c => !c.MaySelect)
            ? $"read it, which is how rows that do not fit are found before anything is changed (GRANT SELECT ({names}) ON "
                + $"{PostgreSqlText.Quote(Name)} TO {account})" : null;
    }

    private Diagnostic About(DiagnosticEntry entry, ObjectId user, string what) =>
        Diagnostic.Of(entry, user.ToString(), $"table {Name}", what) with { Subject = user };

    private static IEnumerable<JsonArray> Rows(CatalogRow row) =>
        row.TextOrNull() is { } json && JsonReader.Parse(json) is JsonArray rows ? rows.Items.OfType<JsonArray>() : [];
}

/// <summary>A column of such a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, with the schema where that is not the server's.</param>
/// <param name="Collation">Its collation, where that is not its type's.</param>
/// <param name="MayRefer">Whether the account may refer to it.</param>
/// <param name="MaySelect">Whether the account may read it.</param>
internal sealed record OutsideColumn(Identifier Name, string Type, string? Collation, bool MayRefer, bool MaySelect)
{
    /// <summary>Reads a row of the query.</summary>
    public static OutsideColumn Of(JsonArray row) => new(
        new(((JsonString)row.Items[0]).Value), ((JsonString)row.Items[1]).Value, (row.Items[2] as JsonString)?.Value,
        ((JsonBoolean)row.Items[3]).Value, ((JsonBoolean)row.Items[4]).Value);

    /// <summary>As CREATE TABLE spells it.</summary>
    public string Define() => $"{PostgreSqlText.Quote(Name)} {Type}{(Collation is null ? "" : $" COLLATE {Collation}")}";
}

/// <summary>A primary key or unique index that a foreign key may refer to.</summary>
/// <param name="IsPrimary">Whether it is the primary key.</param>
/// <param name="IsPeriod">Whether its last column is a period (WITHOUT OVERLAPS).</param>
/// <param name="Columns">Its columns in their order.</param>
internal sealed record OutsideKey(bool IsPrimary, bool IsPeriod, IReadOnlyList<Identifier> Columns)
{
    /// <summary>Reads a row of the query.</summary>
    public static OutsideKey Of(JsonArray row) => new(
        ((JsonBoolean)row.Items[0]).Value, ((JsonBoolean)row.Items[1]).Value,
        [.. ((JsonArray)row.Items[2]).Items.Select(c => new Identifier(((JsonString)c).Value))]);

    /// <summary>As CREATE TABLE spells it.</summary>
    public string Define() =>
        $"{(IsPrimary ? "PRIMARY KEY" : "UNIQUE")} ({PostgreSqlText.Names(Columns)}{(IsPeriod ? " WITHOUT OVERLAPS" : "")})";
}
