using Microsoft.Data.Sqlite;

namespace SchemaSync.Sqlite.Sessions;

/// <summary>
/// ALTER TABLE has SQLite parse every view and trigger again (lang_altertable, section 2) and fails at one that was broken before,
/// whosever it is. For the one statement such a body is put aside, with the triggers of a view, and comes back as it was written; the
/// check at the end finds what the plan itself breaks.
/// </summary>
internal sealed class Aside(SqliteConnection connection, Func<string, Task> run)
{
    private sealed record Body(string Type, string Name, string Sql);

    /// <summary>Runs a statement that changes a table.</summary>
    public async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        var aside = new List<Body>();
        while (true)
        {
            try
            {
                await run(sql).ConfigureAwait(false);
                break;
            }
            catch (SqliteException e) when (IsAboutBody(e))
            {
                var bodies = await ReadAsync(SqliteErrors.Sentence(e), cancellationToken).ConfigureAwait(false);
                if (bodies.Count == 0) throw;
                await run($"DROP {bodies[0].Type} {SqliteText.Quote(new Identifier(bodies[0].Name))}").ConfigureAwait(false);
                aside.InsertRange(0, bodies);
            }
        }

        foreach (var body in aside) await run(body.Sql).ConfigureAwait(false);
    }

    private static bool IsAboutBody(SqliteException exception) => exception.SqliteErrorCode == SQLitePCL.raw.SQLITE_ERROR
        && SqliteErrors.Sentence(exception) is var sentence && (sentence.StartsWith("error in view ", StringComparison.Ordinal)
            || sentence.StartsWith("error in trigger ", StringComparison.Ordinal));

    /// <summary>The body that a sentence names, and the triggers that go with it.</summary>
    private async Task<List<Body>> ReadAsync(string sentence, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT type, name, sql, tbl_name FROM sqlite_schema WHERE type IN ('view', 'trigger') ORDER BY rowid";
        var all = new List<(Body Body, string On)>();
        using (var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false))
        {
            while (await reader.ReadAsync(cancellationToken)
                .ConfigureAwait(false)) all.Add((new(reader.GetString(0), reader.GetString(1), reader.GetString(2)), reader.GetString(3)));
        }

        if (all.Where(b => sentence.StartsWith($"error in {b.Body.Type} {b.Body.Name}", StringComparison.Ordinal))
            .MaxBy(b => b.Body.Name.Length).Body is not { } named) return [];
        return [named, .. named.Type == "view" ? all.Where(b => b.Body.Type == "trigger" && SqliteNames.Comparer.Equals(b.On, named.Name))
            .Select(b => b.Body) : []];
    }
}
