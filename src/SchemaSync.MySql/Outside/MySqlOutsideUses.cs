using MySqlConnector;

namespace SchemaSync.MySql.Outside;

/// <summary>
/// What views use of other databases. MySQL tells the tables and views (VIEW_TABLE_USAGE), MariaDB nothing; both print a view with every name in full, so that
/// tokens find what may be meant, and the catalogue says whether it is there. What of a database cannot be told entirely is not told at all, and then said like the
/// names in bodies are (SSY0229, SSY0420). So is what a view uses of a database with a ledger of ours, which may be another tenant's.
/// </summary>
internal sealed class MySqlOutsideUses(MySqlConnection connection, string database, MySqlCapabilities server, MySqlHome home)
{
    private const int AtOnce = 100;

    /// <summary>The objects, views with what they use of others.</summary>
    public async Task<List<TopLevelObject>> AddAsync(List<TopLevelObject> objects, CancellationToken cancellationToken)
    {
        var named = objects.OfType<View>().ToDictionary(v => v.Name, v => home.QualifiersOf(MySqlLexer.Read(v.Definition.Text).Significant).OtherNames);
        if (named.Values.All(n => n.Count == 0)) return objects;
        var used = server.IsMariaDb ? null : await UsedAsync(cancellationToken).ConfigureAwait(false);
        var there = await FindAsync(connection, named.Values.SelectMany(n => n).Concat(named.Values.SelectMany(n => n).Select(n => Ledger(n.Place))), cancellationToken).ConfigureAwait(false);
        bool IsTold(View view, OtherName name) => there.ContainsKey(name) && !there.ContainsKey(Ledger(name.Place)) && (name.IsCall || used?.Contains((view.Name.Name.Value, name.Place, name.Name)) != false);
        return objects.ConvertAll(o =>
        {
            if (o is not View view || named[view.Name] is not { Count: > 0 } names) return o;
            var told = names.GroupBy(n => n.Place, StringComparer.Ordinal).Where(g => g.All(n => IsTold(view, n))).SelectMany(g => g);
            return view with { External = told.Select(n => new ExternalReference(Id(n, there[n]))).Distinct().OrderBy(r => r.Id.ToString(), StringComparer.Ordinal).ToEquatableArray() };
        });
    }

    /// <summary>Which of these names the server has, each with its kind.</summary>
    public static async Task<IReadOnlyDictionary<OtherName, ObjectKind>> FindAsync(MySqlConnection connection, IEnumerable<OtherName> names, CancellationToken cancellationToken)
    {
        var found = new Dictionary<OtherName, ObjectKind>();
        foreach (var part in names.Distinct().Chunk(AtOnce))
        {
            // One question each: for constants the servers open no other table.
            using var command = new MySqlCommand(string.Join(";\n", part.Select(Question)), connection);
            using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            foreach (var name in part)
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) found[name] = reader.GetString(0) switch { "FUNCTION" => ObjectKind.Function, "VIEW" or "SYSTEM VIEW" => ObjectKind.View, _ => ObjectKind.Table };
                await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        return found;
    }

    private static string Question(OtherName name) => name.IsCall
        ? $"SELECT ROUTINE_TYPE FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = {MySqlText.Literal(name.Place)} AND ROUTINE_NAME = {MySqlText.Literal(name.Name)} AND ROUTINE_TYPE = 'FUNCTION'"
        : $"SELECT TABLE_TYPE FROM information_schema.TABLES WHERE TABLE_SCHEMA = {MySqlText.Literal(name.Place)} AND TABLE_NAME = {MySqlText.Literal(name.Name)}";

    private static ObjectId Id(OtherName name, ObjectKind kind) => ObjectId.Top(kind, new(new(name.Place), new(name.Name)));

    private static OtherName Ledger(string place) => new(place, LedgerTables.Names[0], IsCall: false);

    private async Task<HashSet<(string View, string Place, string Name)>> UsedAsync(CancellationToken cancellationToken)
    {
        var used = new HashSet<(string, string, string)>();
        var here = MySqlText.Literal(database);
        using var command = new MySqlCommand($"SELECT VIEW_NAME, TABLE_SCHEMA, TABLE_NAME FROM information_schema.VIEW_TABLE_USAGE WHERE VIEW_SCHEMA = {here} AND TABLE_SCHEMA <> {here}", connection);
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) used.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        return used;
    }
}
