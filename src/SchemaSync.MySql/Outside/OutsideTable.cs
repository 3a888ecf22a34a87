using MySqlConnector;

namespace SchemaSync.MySql.Outside;

/// <summary>A table of another database, as far as a foreign key of ours needs to know it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="HasDatabase">Whether the account sees its database.</param>
/// <param name="Engine">Its engine; null where there is no such table.</param>
/// <param name="HasPartitions">Whether it is divided.</param>
/// <param name="Columns">Its columns, as far as the account sees them.</param>
/// <param name="Keys">What a foreign key may refer to.</param>
/// <param name="MayRefer">Whether the account may refer to it.</param>
internal sealed record OutsideTable(
    QualifiedName Name, bool HasDatabase, string? Engine, bool HasPartitions, IReadOnlyList<OutsideColumn> Columns,
    IReadOnlyList<OutsideKey> Keys, bool MayRefer)
{
    private const string Primary = "PRIMARY";

    /// <summary>Asks the server. The catalogue alone is read: nobody who uses the table waits.</summary>
    public static async Task<OutsideTable> FindAsync(
        MySqlConnection connection, QualifiedName table, MySqlCapabilities server, CancellationToken cancellationToken)
    {
        var found = new Rows();
        var queries = found.Queries(table, server).ToList();
        using (var command = new MySqlCommand(string.Join(";\n", queries.Select(q => q.Sql)), connection))
        using (var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (var (_, take) in queries)
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) take(new(reader));
                await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        if (!server.IsMariaDb && Rights.HasRoles(found.Grants))
            await CatalogReader.AddRolesAsync(connection, found.Grants, cancellationToken).ConfigureAwait(false);
        var keys = found.Parts.GroupBy(p => p.Index, StringComparer.Ordinal).Select(OutsideKey.Of).Where(k => k.Columns.Count > 0);
        var mayRefer = Rights.MayRefer(found.Grants, table);
        return new(table, found.HasDatabase, found.Engine, found.HasPartitions, found.Columns, [.. keys], mayRefer);
    }

    /// <summary>What a foreign key to these columns refers to, as the table spells it; the primary key for none in particular.</summary>
    public IReadOnlyList<Identifier> Referenced(IReadOnlyCollection<Identifier> columns) => columns.Count == 0
        ? Keys.FirstOrDefault(k => k.Name == Primary)?.Columns ?? []
        : [.. columns.Select(c => Columns.FirstOrDefault(o => Same(o.Name, c))?.Name ?? c)];

    /// <summary>Why a foreign key cannot refer to it; null where it can, as far as can be told without trying.</summary>
    /// <param name="user">The foreign key.</param>
    /// <param name="columns">What it refers to; none in particular where it is empty.</param>
    public Diagnostic? Missing(ObjectId user, IReadOnlyCollection<Identifier> columns) =>
        Missing(columns) is { } missing ? About(InspectionDiagnostics.ExternalMissing, user, missing) : null;

    /// <summary>Why the account cannot have a foreign key refer to it; null where it can.</summary>
    /// <param name="user">The foreign key.</param>
    /// <param name="columns">What it refers to; none in particular where it is empty.</param>
    /// <param name="reads">Whether rows are asked for as well.</param>
    public Diagnostic? Refused(ObjectId user, IReadOnlyCollection<Identifier> columns, bool reads)
    {
        var on = MySqlText.Quote(Name);
        var names = Referenced(columns);
        // Of the whole table: on MariaDB a right to read one of its columns takes the right to refer to it away (tried).
        const string Why = "read it, which is how rows that do not fit are found before anything is changed";
        var isHidden = reads && names.Any(n => !Columns.First(c => c.Name == n).MaySelect);
        var refused = !MayRefer ? $"refer to it (GRANT REFERENCES ON {on} TO the account)"
            : isHidden ? $"{Why} (GRANT SELECT ON {on} TO the account)" : null;
        return refused is null ? null : About(InspectionDiagnostics.ExternalRefused, user, refused);
    }

    /// <summary>
    /// Why nothing is referred to by the name of the tenant's own database, which is another one for each tenant; null where it is not that
    /// one.
    /// </summary>
    public static Diagnostic? OwnFault(ObjectId user, ObjectId target, MySqlHome home)
    {
        if (!home.IsOwn(target.Schema.Value ?? "")) return null;
        var why = $"{target.Schema} is the tenant's own database, whose objects are named without it";
        return Diagnostic.Of(InspectionDiagnostics.ExternalMissing, user.ToString(), target.ToString(), why) with { Subject = user };
    }

    private string? Missing(IReadOnlyCollection<Identifier> columns)
    {
        if (!HasDatabase) return $"there is no database {Name.Schema}, or none that the account may see";
        if (Engine is null) return $"the database {Name.Schema} has no such table, or none that the account may see";
        if (Engine != TableOptions.InnoDb) return $"its engine is {Engine}, to which no foreign key leads";
        if (HasPartitions) return "it has partitions, and no foreign key leads to such a table";
        var referenced = Referenced(columns);
        if (referenced.Count == 0) return "it has no primary key";
        foreach (var name in referenced)
        {
            var column = Columns.FirstOrDefault(c => c.Name == name);
            if (column is null) return $"it has no column {name}, or none that the account may see";
            if (column.IsVirtual) return $"{name} is computed where it is read, and no foreign key leads to such a column";
        }

        // Whether the key has to be unique, and of these columns alone, is a setting of the server's: it says so when a plan is tried.
        return Keys.Any(k => k.Columns.Take(referenced.Count).SequenceEqual(referenced)) ? null
            : $"it has no index that begins with {string.Join(", ", referenced)}";
    }

    private Diagnostic About(DiagnosticEntry entry, ObjectId user, string what) =>
        Diagnostic.Of(entry, user.ToString(), $"table {Name}", what) with { Subject = user };

    // Names of columns ignore case everywhere.
    private static bool Same(Identifier one, Identifier other) => string.Equals(one.Value, other.Value, StringComparison.OrdinalIgnoreCase);

    private sealed class Rows
    {
        public bool HasDatabase { get; private set; }

        public string? Engine { get; private set; }

        public bool HasPartitions { get; private set; }

        public List<OutsideColumn> Columns { get; } = [];

        public List<OutsidePart> Parts { get; } = [];

        public List<string> Grants { get; } = [];

        public IEnumerable<(string Sql, Action<CatalogReader.Row> Take)> Queries(QualifiedName table, MySqlCapabilities server)
        {
            // The catalogue compares as it likes: MariaDB ignores case where tables do not.
            var names = server.LowersTableNames ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
            var (schema, name) = (MySqlText.Literal(table.Schema.Value), MySqlText.Literal(table.Name.Value));
            yield return ($"SELECT SCHEMA_NAME FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = {schema}",
                r => HasDatabase |= names.Equals(r.Text(), table.Schema.Value));
            yield return ($"""
                SELECT TABLE_SCHEMA, TABLE_NAME, ENGINE, CREATE_OPTIONS LIKE '%partitioned%' FROM information_schema.TABLES
                WHERE TABLE_SCHEMA = {schema} AND TABLE_NAME = {name} AND TABLE_TYPE <> 'VIEW'
                """, r => Take(r, r => (Engine, HasPartitions) = (r.TextOrNull() ?? "none", r.Flag())));
            yield return ($"""
                SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, COLUMN_TYPE, CHARACTER_SET_NAME, COLLATION_NAME,
                  EXTRA LIKE '%VIRTUAL%', FIND_IN_SET('select', PRIVILEGES)
                FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = {schema} AND TABLE_NAME = {name} ORDER BY ORDINAL_POSITION
                """, r => Take(r, r => Columns.Add(new(new(r.Text()), r.Text(), r.TextOrNull(), r.TextOrNull(), r.Flag(), r.Flag()))));
            yield return ($"""
                SELECT TABLE_SCHEMA, TABLE_NAME, INDEX_NAME, NON_UNIQUE = 0, SEQ_IN_INDEX, IF(SUB_PART IS NULL, COLUMN_NAME, NULL)
                FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = {schema} AND TABLE_NAME = {name}
                  AND INDEX_TYPE NOT IN ('FULLTEXT', 'SPATIAL', 'RTREE', 'VECTOR')
                """, r => Take(r, r => Parts.Add(new(r.Text(), r.Flag(), r.IntOrNull() ?? 0, r.TextOrNull()))));
            yield return ("SHOW GRANTS", r => Grants.Add(r.Text()));

            void Take(CatalogReader.Row row, Action<CatalogReader.Row> take)
            {
                var (schema, name) = (row.Text(), row.Text());
                if (names.Equals(schema, table.Schema.Value) && names.Equals(name, table.Name.Value)) take(row);
            }
        }
    }
}

/// <summary>A column of such a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="CharSet">Its character set, where it has one.</param>
/// <param name="Collation">Its collation, where it has one.</param>
/// <param name="IsVirtual">Whether it is computed where it is read.</param>
/// <param name="MaySelect">Whether the account may read it.</param>
internal sealed record OutsideColumn(Identifier Name, string Type, string? CharSet, string? Collation, bool IsVirtual, bool MaySelect)
{
    /// <summary>As CREATE TABLE spells it.</summary>
    public string Define()
    {
        var charset = CharSet is null ? "" : $" CHARACTER SET {CharSet}";
        return $"{MySqlText.Quote(Name)} {Type}{charset}{(Collation is null ? "" : $" COLLATE {Collation}")}";
    }
}

/// <summary>One part of an index of such a table.</summary>
internal sealed record OutsidePart(string Index, bool Unique, int Sequence, string? Column);

/// <summary>An index that a foreign key may refer to.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unique">Whether its values are unique.</param>
/// <param name="Columns">Its columns in their order, as far as each is a whole one.</param>
internal sealed record OutsideKey(string Name, bool Unique, IReadOnlyList<Identifier> Columns)
{
    /// <summary>Makes one of its parts.</summary>
    public static OutsideKey Of(IEnumerable<OutsidePart> parts)
    {
        var ordered = parts.OrderBy(p => p.Sequence).ToList();
        var whole = ordered.TakeWhile(p => p.Column is not null).Select(p => new Identifier(p.Column!)).ToList();
        return new(ordered[0].Index, ordered[0].Unique && whole.Count == ordered.Count, whole);
    }

    /// <summary>As CREATE TABLE spells it.</summary>
    public string Define() => Name == "PRIMARY" ? $"PRIMARY KEY ({MySqlText.Names(Columns)})"
        : $"{(Unique ? "UNIQUE " : "")}KEY {MySqlText.Quote(new Identifier(Name))} ({MySqlText.Names(Columns)})";
}
