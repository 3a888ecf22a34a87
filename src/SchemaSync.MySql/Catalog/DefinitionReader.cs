using MySqlConnector;

namespace SchemaSync.MySql.Catalog;

/// <summary>
/// SHOW CREATE for what information_schema keeps back: views without the name of their database (FACTS, Server normalisation),
/// heads of routines, parsers of full-text indexes. One round trip for all of them, in whatever database.
/// </summary>
internal sealed class DefinitionReader(MySqlConnection connection, ScratchNames? scratch)
{
    // A statement and its answer fit into the server's smallest packet many times over.
    private const int AtOnce = 200;
    private const int NoSuchUser = 1449;

    /// <summary>Fills <see cref="CatalogRows.Definitions"/> and <see cref="CatalogRows.Refusals"/>.</summary>
    public async Task ReadAsync(IEnumerable<(CatalogRows Rows, ObjectKind Kind, string Name)> wanted, CancellationToken cancellationToken)
    {
        foreach (var part in wanted.Chunk(AtOnce))
        {
            try
            {
                await ReadPartAsync(part, cancellationToken).ConfigureAwait(false);
            }
            catch (MySqlException e) when (MySqlErrors.IsAboutStatement(e))
            {
                // One that cannot be shown must not hide the others.
                foreach (var one in part) await ReadAloneAsync(one, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task ReadAloneAsync((CatalogRows Rows, ObjectKind Kind, string Name) one, CancellationToken cancellationToken)
    {
        try
        {
            await ReadPartAsync([one], cancellationToken).ConfigureAwait(false);
        }
        catch (MySqlException e) when (MySqlErrors.IsAboutStatement(e))
        {
            // A view that calls somebody's function is not even shown when that somebody is gone.
            var words = scratch?.Restore(e.Message) ?? e.Message;
            one.Rows.Refusals[(one.Kind, one.Name)] =
                e.Number == NoSuchUser ? $"{words}: create that account, or create anew what belongs to it" : words;
        }
    }

    private async Task ReadPartAsync((CatalogRows Rows, ObjectKind Kind, string Name)[] part, CancellationToken cancellationToken)
    {
        var sql = string.Join(";\n", part.Select(w => $"SHOW CREATE {w.Kind.Name.ToUpperInvariant()} {w.Rows.Quoted(w.Name)}"));
        using var command = new MySqlCommand(sql, connection);
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        foreach (var (rows, kind, name) in part)
        {
            // Name, then the text; of bodies sql_mode, and of events the time zone, stand in between.
            var at = kind == ObjectKind.Event ? 3 : kind == ObjectKind.Trigger || kind.HasSignature || !kind.IsModelled ? 2 : 1;
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                rows.Definitions[(kind, name)] = reader.IsDBNull(at)
                    ? null
                    : scratch?.Restore(reader.GetString(at)) ?? reader.GetString(at);
            await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
