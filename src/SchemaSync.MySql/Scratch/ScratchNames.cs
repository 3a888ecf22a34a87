using MySqlConnector;

namespace SchemaSync.MySql.Scratch;

/// <summary>
/// Shared databases on scratch: each has a scratch database of its own, so that nobody who uses the real one waits. Statements get its
/// name in place of the real one, by tokens, and whatever is read back gets the real name again before anything looks at it.
/// </summary>
internal sealed class ScratchNames(MySqlConnection connection, ScratchDatabase own, MySqlCapabilities server)
{
    private readonly StringComparer _names = server.LowersTableNames ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
    private readonly Dictionary<string, string> _places = [];

    /// <summary>Those that are there, by their real names.</summary>
    public IEnumerable<ManagedDatabase> Databases =>
        _places.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => new ManagedDatabase(new(p.Key), p.Value));

    /// <summary>The one that stands for the tenant's own.</summary>
    public Identifier Own => new(own.Name);

    /// <summary>What stands for a shared database; a name that nothing has where it is not there.</summary>
    public string PlaceOf(string name) => _places.GetValueOrDefault(name, $"{own.Name}_none");

    /// <summary>Whether a database is one of scratch.</summary>
    public bool IsScratch(string place) => place == own.Name || _places.ContainsValue(place);

    /// <summary>The statement as scratch gets it.</summary>
    /// <exception cref="SchemaSyncException">SSY0236: it cannot be told where a body means a database.</exception>
    public async Task<string> PlaceAsync(Step step, string sql, LexerMode mode, CancellationToken cancellationToken)
    {
        if (step.Subject.Kind == ObjectKind.Schema) return await PlaceDatabaseAsync(step, sql, cancellationToken).ConfigureAwait(false);
        foreach (var (name, place) in _places) sql = PlacedNames.Replace(step.Subject, sql, mode, name, place, _names);
        return sql;
    }

    /// <summary>A text of the server's with the real names: theirs are like no other, so that no more than the text is looked at.</summary>
    public string Restore(string text)
    {
        if (_places.Count == 0 || !text.Contains(own.Name, StringComparison.Ordinal)) return text;
        foreach (var (name, place) in _places)
        {
            text = text.Replace($"`{place}`", MySqlText.Quote(new Identifier(name)), StringComparison.Ordinal)
                .Replace($"\"{place}\"", $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", StringComparison.Ordinal)
                .Replace(place, name, StringComparison.Ordinal);
        }

        return text;
    }

    private async Task<string> PlaceDatabaseAsync(Step step, string sql, CancellationToken cancellationToken)
    {
        var name = step.Subject.Name.Value;
        var tokens = Lexer.Read(sql).Tokens;
        if (tokens.Count == 0 || !tokens[0].IsWord("CREATE"))
        {
            if (!_places.TryGetValue(name, out var there)) return sql;
            // A question about it has its name as a constant.
            var constant = MySqlText.Literal(name);
            var placed = string.Concat(tokens.Select(t => MySqlText.NameOf(t) == name ? MySqlText.Quote(new Identifier(there))
                : t.ToString() == constant ? MySqlText.Literal(there) : t.ToString()));
            if (tokens.Count > 0 && tokens[0].IsWord("DROP")) _places.Remove(name);
            return placed;
        }

        var place = own.Another();
        _places[name] = place;
        // Tables that name no collation get that of the real one, where there is one.
        using var command = new MySqlCommand(
            $"SELECT DEFAULT_COLLATION_NAME FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = {MySqlText.Literal(name)}", connection);
        var collation = await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) as string ?? server.DatabaseCollation;
        return $"CREATE DATABASE {MySqlText.Quote(new Identifier(place))} COLLATE {collation}";
    }
}
