using MySqlConnector;

namespace SchemaSync.MySql.Outside;

/// <summary>
/// What views use of other databases. MySQL tells the tables and views (VIEW_TABLE_USAGE), MariaDB nothing; both print a view with every
/// name in full, so that tokens find what may be meant, and the catalogue says whether it is there. What of a database cannot be told
/// entirely is not told at all, and then said like the names in bodies are (SSY0229, SSY0420). So is what a view uses of a database with a
/// ledger of ours, which may be another tenant's.
/// </summary>
internal sealed class OutsideUses(
    MySqlConnection connection, IReadOnlyList<ManagedDatabase> managed, MySqlCapabilities server, MySqlHome home, ScratchNames? scratch)
{
    private const int AtOnce = 100;

    /// <summary>The objects, views with what they use of others.</summary>
    public async Task<List<TopLevelObject>> AddAsync(List<TopLevelObject> objects, CancellationToken cancellationToken)
    {
        var named = objects.OfType<View>().ToDictionary(v => v.Name, NamesIn);
        var names = named.Values.SelectMany(n => n).ToList();
        if (names.Count == 0) return objects;
        var used = server.IsMariaDb ? null : await UsedAsync(cancellationToken).ConfigureAwait(false);
        var there = await FindAsync(connection, names.Concat(names.Select(n => Ledger(n.Place))), cancellationToken).ConfigureAwait(false);
        bool IsUsed(View view, OtherName name) =>
            used is null || name.IsCall || used.Contains((view.Name, name.Place, name.Name));
        bool IsTold(View view, OtherName name) => there.ContainsKey(name) && !there.ContainsKey(Ledger(name.Place)) && IsUsed(view, name);
        return objects.ConvertAll(o => o is View view ? With(view, n => IsTold(view, n)) : o);

        View With(View view, Func<OtherName, bool> isTold)
        {
            var told = named[view.Name].GroupBy(n => n.Place, StringComparer.Ordinal).Where(g => g.All(isTold)).SelectMany(g => g);
            var external = told.Select(n => new ExternalReference(Id(n, there[n]))).Distinct();
            return named[view.Name].Count == 0 ? view
                : view with { External = external.OrderBy(r => r.Id.ToString(), StringComparer.Ordinal).ToEquatableArray() };
        }
    }

    /// <summary>Which of these names the server has, each with its kind.</summary>
    public static async Task<IReadOnlyDictionary<OtherName, ObjectKind>> FindAsync(
        MySqlConnection connection, IEnumerable<OtherName> names, CancellationToken cancellationToken)
    {
        var found = new Dictionary<OtherName, ObjectKind>();
        foreach (var part in names.Distinct().Chunk(AtOnce))
        {
            // One question each: for constants the servers open no other table.
            using var command = new MySqlCommand(string.Join(";\n", part.Select(Question)), connection);
            using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            foreach (var name in part)
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) found[name] = Kind(reader.GetString(0));
                await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        return found;
    }

    private static ObjectKind Kind(string type) =>
        type switch { "FUNCTION" => ObjectKind.Function, "VIEW" or "SYSTEM VIEW" => ObjectKind.View, _ => ObjectKind.Table };

    private static string Question(OtherName name)
    {
        var (place, called) = (MySqlText.Literal(name.Place), MySqlText.Literal(name.Name));
        return name.IsCall
            ? $"""
                SELECT ROUTINE_TYPE FROM information_schema.ROUTINES
                WHERE ROUTINE_SCHEMA = {place} AND ROUTINE_NAME = {called} AND ROUTINE_TYPE = 'FUNCTION'
                """
            : $"SELECT TABLE_TYPE FROM information_schema.TABLES WHERE TABLE_SCHEMA = {place} AND TABLE_NAME = {called}";
    }

    private static ObjectId Id(OtherName name, ObjectKind kind) => ObjectId.Top(kind, new(new(name.Place), new(name.Name)));

    private static OtherName Ledger(string place) => new(place, LedgerTables.Names[0], IsCall: false);

    // What is in a managed database is no other's.
    private List<OtherName> NamesIn(View view) => home.QualifiersOf(Lexer.Read(view.Definition.Text).Significant).OtherNames
        .FindAll(n => !managed.Any(d => !d.Schema.IsEmpty && home.Same(d.Schema.Value, n.Place)));

    private async Task<HashSet<(QualifiedName View, string Place, string Name)>> UsedAsync(CancellationToken cancellationToken)
    {
        var used = new HashSet<(QualifiedName, string, string)>();
        var query = new CatalogQuery("VIEW_NAME, TABLE_SCHEMA, TABLE_NAME",
            "VIEW_TABLE_USAGE WHERE VIEW_SCHEMA = {here} AND TABLE_SCHEMA <> {here}", (_, _) => { });
        using var command = new MySqlCommand(query.Over(managed), connection);
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (CatalogQuery.Of(reader, managed, server) is not { } database) continue;
            var row = new CatalogReader.Row(reader, scratch, CatalogQuery.First);
            used.Add((new(database.Schema, new(row.Text())), row.Text(), row.Text()));
        }

        return used;
    }
}
