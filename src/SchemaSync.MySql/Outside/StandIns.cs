using MySqlConnector;

namespace SchemaSync.MySql.Outside;

/// <summary>
/// What a scratch database has in place of tables of others. A foreign key to the real one waits for everybody who has used it in a
/// transaction that is still open, and meanwhile everybody else waits behind it, with foreign_key_checks and without (tried on MySQL 9.7,
/// MariaDB 10.11 and 11.8). So it refers to an empty table with the same columns and keys, and what is read back says the real name again.
/// </summary>
internal sealed class StandIns(MySqlConnection connection, MySqlCapabilities server, MySqlHome tenant, ScratchNames names)
{
    /// <summary>The beginning of the name of every such table.</summary>
    public const string Prefix = "__schemasync_standin_";

    private readonly Dictionary<QualifiedName, (string StandIn, OutsideTable Table)> _made = [];

    /// <summary>A statement of a plan with the stand-ins behind each REFERENCES to a table of others.</summary>
    /// <exception cref="SchemaSyncException">SSY0218: there is no such table or key.</exception>
    public async Task<string> PlaceAsync(Step step, string sql, CancellationToken cancellationToken)
    {
        var tokens = Lexer.Read(sql).Significant;
        if (tokens.Count < 2 || !(tokens[0].IsWord("CREATE") || tokens[0].IsWord("ALTER")) || !tokens[1].IsWord("TABLE")) return sql;
        // From the end, so that what was found stays where it is.
        for (var i = tokens.Count - 4; i > 0; i--)
        {
            if (!tokens[i].IsWord("REFERENCES") || !tokens[i + 2].Is(".") || names.IsScratch(MySqlText.NameOf(tokens[i + 1])!)) continue;
            var table = new QualifiedName(new(MySqlText.NameOf(tokens[i + 1])!), new(MySqlText.NameOf(tokens[i + 3])!));
            var (columns, end) = Columns(tokens, i + 4);
            var key = Key(step, tokens, i, table, columns);
            var (standIn, found) = await MakeAsync(key, table, columns, cancellationToken).ConfigureAwait(false);
            // From a table of another database the server looks there.
            var from = tokens[3].Is(".") ? $"{MySqlText.Quote(names.Own)}." : "";
            var referred = $"{from}{MySqlText.Quote(new Identifier(standIn))} ({MySqlText.Names(found.Referenced(columns))})";
            sql = sql[..tokens[i + 1].Start] + referred + sql[tokens[end].End..];
        }

        return sql;
    }

    /// <summary>What was read on scratch, with the real names.</summary>
    public void Restore(CatalogRows rows)
    {
        if (_made.Count == 0) return;
        var real = _made.ToDictionary(m => m.Value.StandIn, m => m.Key, StringComparer.OrdinalIgnoreCase);
        rows.Tables.RemoveAll(t => real.ContainsKey(t.Name));
        for (var i = 0; i < rows.KeyColumns.Count; i++)
        {
            if (!real.TryGetValue(rows.KeyColumns[i].ReferencedTable, out var table)) continue;
            rows.KeyColumns[i] = rows.KeyColumns[i] with { ReferencedSchema = table.Schema.Value, ReferencedTable = table.Name.Value };
        }
    }

    /// <summary>What the server says on scratch, with the real names.</summary>
    public string Restore(string message) => _made.OrderByDescending(m => m.Value.StandIn.Length)
        .Aggregate(message, (m, t) => m.Replace(t.Value.StandIn, t.Key.ToString(), StringComparison.OrdinalIgnoreCase));

    // CONSTRAINT name FOREIGN KEY (columns) REFERENCES …, inside the statement of a whole table.
    private static ObjectId Key(Step step, List<SqlToken> tokens, int at, QualifiedName table, List<Identifier> referenced)
    {
        var start = tokens.FindLastIndex(at, t => t.IsWord("FOREIGN"));
        var name = start > 1 && tokens[start - 2].IsWord("CONSTRAINT") ? MySqlText.NameOf(tokens[start - 1]) : null;
        var columns = Columns(tokens, start + 2).Columns.ToEquatableArray();
        var key = new ForeignKey
        {
            Name = new(name ?? ""), Columns = columns, ReferencedTable = table, ReferencedColumns = referenced.ToEquatableArray(),
        };
        return ObjectId.Of(step.Subject.Owner.IsEmpty ? step.Subject.QualifiedName : step.Subject.OwnerName, key);
    }

    // Names in parentheses, and where they end.
    private static (List<Identifier> Columns, int End) Columns(List<SqlToken> tokens, int at)
    {
        var columns = new List<Identifier>();
        if (at >= tokens.Count || !tokens[at].Is("(")) return (columns, at - 1);
        for (at++; at < tokens.Count && !tokens[at].Is(")"); at++)
            if (MySqlText.NameOf(tokens[at]) is { } name) columns.Add(new(name));
        return (columns, at);
    }

    private async Task<(string StandIn, OutsideTable Table)> MakeAsync(
        ObjectId user, QualifiedName table, List<Identifier> columns, CancellationToken cancellationToken)
    {
        var own = OutsideTable.OwnFault(user, ObjectId.Top(ObjectKind.Table, table), tenant);
        if (own is not null) throw new SchemaSyncException([own]);
        var known = _made.TryGetValue(table, out var made);
        var found = known ? made.Table
            : await OutsideTable.FindAsync(connection, table, server, cancellationToken).ConfigureAwait(false);
        if (found.Missing(user, columns) is { } missing) throw new SchemaSyncException([missing]);
        if (known) return made;
        made = _made[table] = (FormattableString.Invariant($"{Prefix}{_made.Count}"), found);
        using var command = new MySqlCommand(Create(found, made.StandIn), connection);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        return made;
    }

    // No column beside those of its keys: nothing else can be referred to. A script that looks at scratch finds the real name in the
    // comment.
    private static string Create(OutsideTable table, string standIn)
    {
        var columns = table.Columns.Where(c => !c.IsVirtual).ToDictionary(c => c.Name);
        var keys = table.Keys.Where(k => k.Columns.All(columns.ContainsKey)).ToList();
        var lines = table.Columns.Where(c => keys.Exists(k => k.Columns.Contains(c.Name))).Select(c => c.Define());
        var comment = MySqlText.Literal($"{table.Name.Schema}.{table.Name.Name}");
        return $"CREATE TABLE {MySqlText.Quote(new Identifier(standIn))} ({string.Join(", ", lines.Concat(keys.Select(k => k.Define())))}) "
            + $"ENGINE=InnoDB COMMENT {comment}";
    }
}
