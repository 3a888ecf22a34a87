using MySqlConnector;

namespace SchemaSync.MySql.Reading;

/// <summary>
/// Views that cannot be opened: what they name is gone, or whoever they belong to is, or may no longer read it. Opening one resolves every
/// name in it; no row is read.
/// </summary>
internal sealed class BrokenViews(MySqlConnection connection, string database)
{
    private const int AtOnce = 200;

    /// <summary>One finding (SSY0204) for each.</summary>
    public async Task<IReadOnlyList<Diagnostic>> FindAsync(CancellationToken cancellationToken)
    {
        var views = new List<string>();
        using (var command = new MySqlCommand($"SELECT TABLE_NAME FROM information_schema.VIEWS WHERE TABLE_SCHEMA = {MySqlText.Literal(database)}", connection))
        using (var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false))
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) views.Add(reader.GetString(0));
        }

        return [.. (await RefusedAsync(views, cancellationToken).ConfigureAwait(false)).Select(r => Finding(r.View, r.Refusal.Message))];
    }

    /// <summary>Those of the views that the server does not open, with its words.</summary>
    public async Task<IReadOnlyList<(string View, MySqlException Refusal)>> RefusedAsync(IReadOnlyList<string> views,
        CancellationToken cancellationToken)
    {
        var refused = new List<(string, MySqlException)>();
        for (var at = 0; at < views.Count;)
        {
            var part = views.Skip(at).Take(AtOnce).ToList();
            var (opened, refusal) = await OpenAsync(part, cancellationToken).ConfigureAwait(false);
            if (refusal is not null) refused.Add((part[opened], refusal));
            at += refusal is null ? part.Count : opened + 1;
        }

        return refused;
    }

    // How many open until one does not.
    private async Task<(int Opened, MySqlException? Refusal)> OpenAsync(List<string> views, CancellationToken cancellationToken)
    {
        var opened = 0;
        try
        {
            using var command = new MySqlCommand(string.Join("; ", views.Select(v => $"SELECT 1 FROM {MySqlText.Quote(new Identifier(v))} LIMIT 0")),
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

    private Diagnostic Finding(string view, string words)
    {
        var reason = words.Replace($"{database}.", "", StringComparison.Ordinal);
        return Diagnostic.Of(InspectionDiagnostics.BrokenBody, reason.Contains(view, StringComparison.Ordinal) ? reason
            : $"{view}: {reason}") with { Subject = ObjectId.Top(ObjectKind.View, new(view)) };
    }
}
