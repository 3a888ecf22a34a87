using MySqlConnector;

namespace SchemaSync.MySql.Reading;

/// <summary>
/// Views that cannot be opened: what they name is gone, or whoever they belong to is, or may no longer read it. Opening one resolves every
/// name in it; no row is read.
/// </summary>
internal sealed class BrokenViews(MySqlConnection connection, ManagedDatabases databases, MySqlCapabilities server, ScratchNames? scratch)
{
    private const int AtOnce = 200;

    /// <summary>One finding (SSY0204) for each.</summary>
    public async Task<IReadOnlyList<Diagnostic>> FindAsync(CancellationToken cancellationToken)
    {
        var managed = await databases.FindAsync(cancellationToken).ConfigureAwait(false);
        var views = new List<(ManagedDatabase Database, string View)>();
        var query = new CatalogQuery("TABLE_NAME", "VIEWS WHERE TABLE_SCHEMA = {here}", (_, _) => { });
        using (var command = new MySqlCommand(query.Over(managed), connection))
        using (var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false))
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                if (CatalogQuery.Of(reader, managed, server) is { } database) views.Add((database, reader.GetString(CatalogQuery.First)));
            }
        }

        return [.. (await RefusedAsync(connection, views, cancellationToken).ConfigureAwait(false)).Select(r =>
            Finding(r.View.Database, r.View.View, r.Refusal.Message))];
    }

    /// <summary>Those of the views that the server does not open, with its words.</summary>
    public static async Task<IReadOnlyList<((ManagedDatabase Database, string View) View, MySqlException Refusal)>> RefusedAsync(
        MySqlConnection connection, IReadOnlyList<(ManagedDatabase Database, string View)> views, CancellationToken cancellationToken)
    {
        var refused = new List<((ManagedDatabase, string), MySqlException)>();
        for (var at = 0; at < views.Count;)
        {
            var part = views.Skip(at).Take(AtOnce).ToList();
            var (opened, refusal) = await OpenAsync(connection, part, cancellationToken).ConfigureAwait(false);
            if (refusal is not null) refused.Add((part[opened], refusal));
            at += refusal is null ? part.Count : opened + 1;
        }

        return refused;
    }

    // How many open until one does not.
    private static async Task<(int Opened, MySqlException? Refusal)> OpenAsync(
        MySqlConnection connection, List<(ManagedDatabase Database, string View)> views, CancellationToken cancellationToken)
    {
        var opened = 0;
        try
        {
            using var command = new MySqlCommand(string.Join("; ", views.Select(v => $"SELECT 1 FROM {v.Database.Quoted(v.View)} LIMIT 0")),
                connection);
            using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            do opened++;
            while (await reader.NextResultAsync(cancellationToken).ConfigureAwait(false));
            return (opened, null);
        }
        catch (MySqlException e) when (MySqlErrors.IsAboutStatement(e))
        {
            return (opened, e);
        }
    }

    private Diagnostic Finding(ManagedDatabase database, string view, string words)
    {
        var reason = (scratch?.Restore(words) ?? words).Replace($"{databases.Own.Place}.", "", StringComparison.Ordinal);
        return Diagnostic.Of(InspectionDiagnostics.BrokenBody, reason.Contains(view, StringComparison.Ordinal) ? reason
            : $"{view}: {reason}") with { Subject = ObjectId.Top(ObjectKind.View, new(database.Schema, new(view))) };
    }
}
