using MySqlConnector;

namespace SchemaSync.MySql.Catalog;

/// <summary>
/// Views that the server cannot open, because their definer is gone, say. SHOW CREATE VIEW then prints names that nobody resolved: MariaDB
/// puts the database before each and loses the numbers of ORDER BY and GROUP BY, MySQL adds IS TRUE. The view itself is what it was: its
/// text is put together as the server prints it when the view opens, so that a fault of the view is no difference of its definition.
/// </summary>
internal sealed class UnopenedViews(MySqlConnection connection, CatalogRows rows,
    MySqlCapabilities server, MySqlHome home, ScratchNames? scratch)
{
    /// <summary>Puts the texts of such views right.</summary>
    public async Task RestoreAsync(CancellationToken cancellationToken)
    {
        var definitions = rows.Definitions;
        // Only what bears the marks is looked at: the others open, or lost nothing.
        var marked = rows.Views.Select(v => v.Name)
            .Where(v => IsMarked(definitions.GetValueOrDefault((ObjectKind.View, v)) ?? "")).ToList();
        if (marked.Count == 0) return;
        var refused =
            await BrokenViews.RefusedAsync(connection, marked.ConvertAll(v => (rows.Database, v)), cancellationToken).ConfigureAwait(false);
        // A view that this account may not read is whole.
        var unopened = refused.Where(r => !MySqlErrors.IsDenied(r.Refusal)).Select(r => r.View.View).ToList();
        if (unopened.Count == 0) return;
        foreach (var (view, stored) in await StoredAsync(unopened, cancellationToken).ConfigureAwait(false))
            definitions[(ObjectKind.View, view)] = Whole(definitions[(ObjectKind.View, view)]!, stored,
                rows.Views.First(v => v.Name == view).CheckOption);
    }

    private bool IsMarked(string printed)
    {
        string[] marks = server.IsMariaDb
            ? [$"{MySqlText.Quote(rows.Database.Schema.IsEmpty ? new Identifier(rows.Own) : rows.Database.Schema)}.", "''"]
            : [") is true"];
        return marks.Any(m => printed.Contains(m, StringComparison.Ordinal));
    }

    private async Task<Dictionary<string, string>> StoredAsync(IEnumerable<string> views, CancellationToken cancellationToken)
    {
        var stored = new Dictionary<string, string>(StringComparer.Ordinal);
        using var command = new MySqlCommand($"""
            SELECT TABLE_NAME, VIEW_DEFINITION FROM information_schema.VIEWS
            WHERE TABLE_SCHEMA = {MySqlText.Literal(rows.Database.Place)}
                AND TABLE_NAME IN ({string.Join(", ", views.Select(MySqlText.Literal))})
            AND VIEW_DEFINITION <> ''
            """, connection);
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            stored[reader.GetString(0)] = scratch?.Restore(reader.GetString(1)) ?? reader.GetString(1);
        return stored;
    }

    /// <summary>The statement that SHOW CREATE VIEW would print.</summary>
    private string Whole(string printed, string stored, string checkOption)
    {
        if (Definitions.View(printed, checkOption) is not { } view) return printed;
        var at = printed.LastIndexOf(view.Query, StringComparison.Ordinal);
        var (now, then) = (Short(view.Query), Short(stored));
        // MySQL stores some texts in other words than it prints, and loses nothing that matters when it prints these.
        var query = UnopenedText.Repaired(now, then) ?? (server.IsMariaDb ? then : now);
        return printed[..at] + query + printed[(at + view.Query.Length)..];
    }

    /// <summary>Without the database's own name before tables and columns, where the view needs no table of another database.</summary>
    private string Short(string query)
    {
        // Out of a shared database every name is printed in full, whether the view opens or not.
        if (!rows.Database.Schema.IsEmpty) return query;
        var lexed = Lexer.Read(query);
        var tokens = lexed.Significant;
        var qualifiers = home.QualifiersOf(tokens);
        // A function keeps the database it was written with.
        bool IsCall(int at) => at + 3 < tokens.Count && tokens[at + 3].Is("(");
        bool IsOther(string? name) => name is not null && (qualifiers.Others.Contains(name) || MySqlHome.IsCommon(name));
        var qualifying = Enumerable.Range(0, tokens.Count).Where(i => i + 1 < tokens.Count && tokens[i + 1].Is(".") && !IsCall(i)).ToList();
        if (lexed.Error is not null || qualifiers.Doubtful.Length > 0) return query;
        if (qualifying.Exists(i => IsOther(MySqlText.NameOf(tokens[i])))) return query;
        var own = qualifiers.Own.Select(t => t.Start).ToHashSet();
        var gone = qualifying.Where(i => own.Contains(tokens[i].Start)).ToList();
        var left = gone.Concat(gone.Select(i => i + 1)).Select(i => tokens[i].Start).ToHashSet();
        return string.Concat(lexed.Tokens.Where(t => !left.Contains(t.Start)).Select(t => t.ToString()));
    }
}
