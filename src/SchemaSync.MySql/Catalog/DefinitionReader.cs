using MySqlConnector;

namespace SchemaSync.MySql.Catalog;

/// <summary>
/// SHOW CREATE for what information_schema keeps back: views without the name of their database (FACTS, Server normalisation),
/// heads of routines, parsers of full-text indexes. One round trip for all of them.
/// </summary>
internal sealed class DefinitionReader(MySqlConnection connection)
{
    // A statement and its answer fit into the server's smallest packet many times over.
    private const int AtOnce = 200;
    private const int NoSuchUser = 1449;

    /// <summary>The definitions, by kind and name.</summary>
    public async Task<Dictionary<(ObjectKind Kind, string Name), string?>> ReadAsync(IEnumerable<(ObjectKind Kind, string Name)> wanted, CancellationToken cancellationToken)
    {
        var found = new Dictionary<(ObjectKind, string), string?>();
        foreach (var part in wanted.Chunk(AtOnce))
        {
            try
            {
                await ReadAsync(part, found, cancellationToken).ConfigureAwait(false);
            }
            catch (MySqlException e) when (MySqlErrors.IsAboutStatement(e))
            {
                // One that cannot be shown must not hide the others.
                foreach (var one in part) await ReadAloneAsync(one, found, cancellationToken).ConfigureAwait(false);
            }
        }

        return found;
    }

    /// <summary>Why a definition is not shown, by kind and name.</summary>
    public Dictionary<(ObjectKind Kind, string Name), string> Refusals { get; } = [];

    private async Task ReadAloneAsync((ObjectKind Kind, string Name) one, Dictionary<(ObjectKind, string), string?> found, CancellationToken cancellationToken)
    {
        try
        {
            await ReadAsync([one], found, cancellationToken).ConfigureAwait(false);
        }
        catch (MySqlException e) when (MySqlErrors.IsAboutStatement(e))
        {
            // A view that calls somebody's function is not even shown when that somebody is gone.
            Refusals[one] = e.Number == NoSuchUser ? $"{e.Message}: create that account, or create anew what belongs to it" : e.Message;
        }
    }

    private async Task ReadAsync((ObjectKind Kind, string Name)[] part, Dictionary<(ObjectKind, string), string?> found, CancellationToken cancellationToken)
    {
        using var command = new MySqlCommand(string.Join(";\n", part.Select(w => $"SHOW CREATE {w.Kind.Name.ToUpperInvariant()} {MySqlText.Quote(new Identifier(w.Name))}")), connection);
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        foreach (var one in part)
        {
            // Name, then the text; of bodies sql_mode, and of events the time zone, stand in between.
            var at = one.Kind == ObjectKind.Event ? 3 : one.Kind == ObjectKind.Trigger || one.Kind.HasSignature ? 2 : 1;
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) found[one] = reader.IsDBNull(at) ? null : reader.GetString(at);
            await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
