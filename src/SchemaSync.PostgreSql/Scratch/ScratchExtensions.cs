namespace SchemaSync.PostgreSql.Scratch;

/// <summary>
/// Extensions on scratch. They belong to the database, so the scratch schema shares those that are there: they are neither made
/// twice nor dropped nor updated under others' feet. What a snapshot would say of them is written down here instead.
/// </summary>
internal sealed class ScratchExtensions
{
    private readonly Dictionary<ObjectId, Extension> _extensions = [];

    /// <summary>Those that the scratch schema has.</summary>
    public IEnumerable<Extension> All => _extensions.Values;

    /// <summary>Takes a step about an extension; the statement to run, or null where nothing may be.</summary>
    public string? Take(Step step)
    {
        var id = step.Subject;
        var tokens = Lexer.Read(step.Sql).Significant;
        if (tokens[0].IsWord("CREATE"))
        {
            _extensions[id] = new Extension
            {
                Name = id.QualifiedName,
                Schema = Behind(tokens, "SCHEMA"),
                Version = Behind(tokens, "VERSION"),
            };
            return step.Sql;
        }

        if (tokens[0].IsWord("DROP")) _extensions.Remove(id);
        else if (tokens.Any(t => t.IsWord("UPDATE"))) _extensions[id] = _extensions[id] with { Version = Behind(tokens, "TO") };
        return null;
    }

    private static string? Behind(List<SqlToken> tokens, string word)
    {
        var at = tokens.FindIndex(t => t.IsWord(word));
        if (at < 0) return null;
        var value = tokens[at + 1];
        return PostgreSqlText.NameOf(value) ?? value.ToString().Trim('\'').Replace("''", "'", StringComparison.Ordinal);
    }
}
