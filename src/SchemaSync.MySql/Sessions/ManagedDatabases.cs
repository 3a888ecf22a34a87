using System.Text.RegularExpressions;
using MySqlConnector;

namespace SchemaSync.MySql.Sessions;

/// <summary>A database that a session reads.</summary>
/// <param name="Schema">What a snapshot calls it; empty for the tenant's own.</param>
/// <param name="Place">What it is called on the server: on scratch, another name.</param>
internal sealed record ManagedDatabase(Identifier Schema, string Place)
{
    /// <summary>Something in it, as a statement of ours names it: what is in the tenant's own needs no more than its name.</summary>
    public string Quoted(string name) => MySqlText.Quote(new QualifiedName(Schema.IsEmpty ? default : new(Place), new(name)));
}

/// <summary>The databases that a session is about: the tenant's own, and those that tenants share.</summary>
/// <param name="connection">The session.</param>
/// <param name="own">The tenant's own, on scratch the one that stands for it.</param>
/// <param name="patterns">The shared ones, by name or as patterns with <c>*</c> and <c>?</c>.</param>
/// <param name="server">What is connected.</param>
/// <param name="scratch">What stands for shared ones on scratch.</param>
internal sealed class ManagedDatabases(
    MySqlConnection connection, string own, EquatableArray<string> patterns, MySqlCapabilities server, ScratchNames? scratch = null)
{
    /// <summary>The tenant's own.</summary>
    public ManagedDatabase Own { get; } = new(default, own);

    /// <summary>Those that are there by now, the tenant's own first: a plan may have
    /// made or dropped some since the session began.</summary>
    public async Task<IReadOnlyList<ManagedDatabase>> FindAsync(CancellationToken cancellationToken)
    {
        if (scratch is not null) return [Own, .. scratch.Databases];
        var found = await CollationsAsync(cancellationToken).ConfigureAwait(false);
        return [Own, .. found.Keys.Order(StringComparer.Ordinal).Select(name => new ManagedDatabase(new(name), name))];
    }

    /// <summary>The names of those that a run holds, in the order in which every run takes them; also of those that it makes.</summary>
    public async Task<IReadOnlyList<string>> LockedAsync(CancellationToken cancellationToken)
    {
        if (scratch is not null) return [own];
        var found = (await CollationsAsync(cancellationToken).ConfigureAwait(false)).Keys;
        return [.. InOrder(found.Concat(patterns.Where(p => !IsPattern(p))).Append(own))];
    }

    /// <summary>The order in which every run and script takes the locks of databases; the server ignores the case of their names.</summary>
    public static IEnumerable<string> InOrder(IEnumerable<string> names) =>
        names.Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(n => n.ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>The shared ones that are there, each with its default collation.</summary>
    public async Task<IReadOnlyDictionary<string, string>> CollationsAsync(CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        if (patterns.Count == 0) return found;
        var meant = patterns.Select(Meant).ToList();
        var conditions = patterns.Select(p => $"SCHEMA_NAME LIKE {MySqlText.Literal(Like(p))}");
        using var command = new MySqlCommand(
            $"SELECT SCHEMA_NAME, DEFAULT_COLLATION_NAME FROM information_schema.SCHEMATA WHERE {string.Join(" OR ", conditions)}",
            connection);
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            // The server compares by a collation of its own.
            var name = reader.GetString(0);
            if (meant.Exists(m => m.IsMatch(name)) && !IsOther(name)) found[name] = reader.GetString(1);
        }

        return found;
    }

    // The tenant's own is there by itself.
    private bool IsOther(string name) => Names.Equals(name, own) || MySqlHome.IsCommon(name)
        || name.StartsWith(ScratchDatabase.Prefix, StringComparison.Ordinal);

    private StringComparer Names => server.LowersTableNames ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    private static bool IsPattern(string pattern) => pattern.AsSpan().IndexOfAny('*', '?') >= 0;

    // What else has a meaning in a pattern of LIKE is a letter like any other.
    private static string Like(string pattern) =>
        pattern.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal).Replace('*', '%').Replace('?', '_');

    private Regex Meant(string pattern)
    {
        var text = Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal);
        var options = server.LowersTableNames ? RegexOptions.IgnoreCase : RegexOptions.None;
        return new($"^(?:{text})\\z", options | RegexOptions.Singleline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }
}
