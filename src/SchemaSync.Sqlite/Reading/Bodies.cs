using Microsoft.Data.Sqlite;

namespace SchemaSync.Sqlite.Reading;

/// <summary>Has SQLite read every view and trigger again: it takes any text for one,
/// and says only when it is used that it does not fit.</summary>
internal sealed class Bodies(SqliteConnection connection)
{
    private sealed record Body(string Type, string Name, string On, string Sql);

    /// <summary>One finding for each that does not fit; nothing is left behind.</summary>
    public async Task<IReadOnlyList<Diagnostic>> FindBrokenAsync(CancellationToken cancellationToken)
    {
        var bodies = await BodiesAsync(cancellationToken).ConfigureAwait(false);
        if (bodies.Count == 0) return [];
        var broken = new List<Diagnostic>();
        Run("SAVEPOINT schemasync_check");
        try
        {
            PutAsideWhatCannotBeRead(bodies, broken);
            foreach (var view in bodies.Where(b => b.Type == "view"))
            {
                if (Refusal($"SELECT * FROM {Q(view.Name)}") is { } sentence) broken.Add(Finding(view, sentence));
            }

            broken.AddRange(bodies.Where(b => b.Type == "trigger").Select(Read).OfType<(Body Body, Trigger Trigger)>()
                .GroupBy(t => (t.Body.On, t.Trigger.Events[0])).SelectMany(group => FindBrokenTriggers(group.ToList(), bodies)));
        }
        finally
        {
            if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0) Run("ROLLBACK TO schemasync_check; RELEASE schemasync_check");
        }

        return broken;
    }

    /// <summary>
    /// A rename has SQLite parse every view and trigger again (lang_altertable, section 2) and fails at the first that does not
    /// fit. That one is put aside, and the next shows itself.
    /// </summary>
    private void PutAsideWhatCannotBeRead(List<Body> bodies, List<Diagnostic> broken)
    {
        var (probe, renamed) = (Free("__schemasync_check"), Free("__schemasync_checked"));
        Run($"CREATE TABLE {Q(probe)} (x)");
        while (Failure($"ALTER TABLE {Q(probe)} RENAME TO {Q(renamed)}") is { } sentence)
        {
            var body = bodies.Where(b => sentence.StartsWith($"error in {b.Type} {b.Name}", StringComparison.Ordinal))
                .MaxBy(b => b.Name.Length)
                ?? throw new SchemaSyncException(InspectionDiagnostics.BrokenBody, sentence);
            broken.Add(Diagnostic.Of(InspectionDiagnostics.BrokenBody, sentence) with { Subject = IdOf(body) });
            // The triggers of a view go with it.
            bodies.RemoveAll(b =>
                b == body || (body.Type == "view" && b.Type == "trigger" && SqliteNames.Comparer.Equals(b.On, body.Name)));
            Run($"DROP {body.Type} {Q(body.Name)}");
        }
    }

    /// <summary>
    /// Columns that a trigger writes are looked up only when the statement it watches is compiled. When that fails, each trigger
    /// is tried alone.
    /// </summary>
    private List<Diagnostic> FindBrokenTriggers(List<(Body Body, Trigger Trigger)> group, List<Body> bodies)
    {
        var statement = Watched(group[0].Trigger);
        if (Refusal(statement) is null) return [];
        var broken = new List<Diagnostic>();
        foreach (var (body, _) in group)
        {
            Run("SAVEPOINT schemasync_alone");
            foreach (var other in bodies.Where(b => b.Type == "trigger" && b != body)) Run($"DROP TRIGGER IF EXISTS {Q(other.Name)}");
            var sentence = Refusal(statement);
            Run($"DROP TRIGGER {Q(body.Name)}");
            // What fails without it as well is not its fault; a view cannot be written at all without one.
            if (sentence is not null && Refusal(statement) != sentence) broken.Add(Finding(body, sentence));
            Run("ROLLBACK TO schemasync_alone; RELEASE schemasync_alone");
        }

        return broken;
    }

    private static (Body, Trigger)? Read(Body body)
    {
        try
        {
            return (body, CreateTriggerText.Read(body.Name, body.Sql));
        }
        catch (UnsupportedTextException)
        {
            // The snapshot lists it as unsupported: nothing that touches it is ever run.
            return null;
        }
    }

    private string Watched(Trigger trigger) => trigger.Events[0] switch
    {
        TriggerEvent.Insert => $"INSERT INTO {Q(trigger.On.Name.Value)} DEFAULT VALUES",
        TriggerEvent.Delete => $"DELETE FROM {Q(trigger.On.Name.Value)}",
        _ => $"UPDATE {Q(trigger.On.Name.Value)} SET "
            + $"{string.Join(", ", WritableColumns(trigger.On.Name.Value).Select(c => $"{Q(c)} = {Q(c)}"))}",
    };

    private List<string> WritableColumns(string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM pragma_table_xinfo($table) WHERE hidden = 0";
        command.Parameters.AddWithValue("$table", table);
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read()) names.Add(reader.GetString(0));
        return names;
    }

    private async Task<List<Body>> BodiesAsync(CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE type IN ('view', 'trigger') ORDER BY name";
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var bodies = new List<Body>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            bodies.Add(new(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3)));
        return bodies;
    }

    // Somebody may have a table of that name.
    private string Free(string name)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_schema WHERE name = $name COLLATE NOCASE";
        var parameter = command.Parameters.AddWithValue("$name", name);
        for (var number = 1; command.ExecuteScalar() is not 0L; number++) parameter.Value = name = $"{name}_{number}";
        return name;
    }

    /// <summary>What SQLite says when it compiles a statement, which is never run; null when it can be.</summary>
    private string? Refusal(string sql)
    {
        var code = SQLitePCL.raw.sqlite3_prepare_v2(connection.Handle, sql, out var statement);
        using (statement) return code == SQLitePCL.raw.SQLITE_OK ? null : SQLitePCL.raw.sqlite3_errmsg(connection.Handle).utf8_to_string();
    }

    private string? Failure(string sql)
    {
        try
        {
            Run(sql);
            return null;
        }
        catch (SqliteException e) when (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_ERROR)
        {
            return SqliteErrors.Sentence(e);
        }
    }

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static Diagnostic Finding(Body body, string sentence) =>
        Diagnostic.Of(InspectionDiagnostics.BrokenBody, $"error in {body.Type} {body.Name}: {sentence}") with { Subject = IdOf(body) };

    private static ObjectId IdOf(Body body) =>
        body.Type == "trigger"
            ? ObjectId.In(ObjectKind.Trigger, new(body.On), new(body.Name))
            : ObjectId.Top(ObjectKind.Of(body.Type), new(body.Name));

    private static string Q(string name) => SqliteText.Quote(new Identifier(name));
}
