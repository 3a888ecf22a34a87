namespace SchemaSync.MySql.Planning;

/// <summary>
/// Databases that tenants share: made before anything in them, dropped after all of it. DROP DATABASE
/// takes along whatever is there, so that a question stands right before it.
/// </summary>
internal static class DatabaseWork
{
    private const string Remains = "something stands in the database that the plan does not drop";

    /// <summary>New ones, with the default collation of the tenant's own.</summary>
    public static IEnumerable<Step> Comes(EquatableArray<Change> changes, MySqlCapabilities server) =>
        from change in changes
        where change is Change.Add { After: Schema }
        let collation = server.DatabaseCollation.Length > 0 ? $" COLLATE {server.DatabaseCollation}" : ""
        select Of(change, $"CREATE DATABASE {Q(change)}{collation}", $"DROP DATABASE {Q(change)}");

    /// <summary>Those that go.</summary>
    public static IEnumerable<Step> Goes(EquatableArray<Change> changes) =>
        from drop in changes.OfType<Change.Drop>()
        where drop.Before is Schema
        from step in new[]
        {
            Of(drop, Rest(drop, []), "") with
            {
                IsAssertion = true, Expectation = Remains, Lock = LockMode.None, Reverse = new(ReverseKind.Nothing),
            },
            Of(drop, $"DROP DATABASE {Q(drop)}", $"CREATE DATABASE {Q(drop)}"),
        }
        select step;

    /// <summary>Questions before the first statement: what stands there that goes with no plan, others' ledgers too.</summary>
    public static IEnumerable<DataCheck> Checks(EquatableArray<Change> changes)
    {
        var gone = changes.OfType<Change.Drop>().Select(d => d.Before).OfType<TopLevelObject>().Where(o => o is not Trigger).ToList();
        return changes.OfType<Change.Drop>().Where(d => d.Before is Schema)
            .Select(d => new DataCheck(d.Id, Rest(d, [.. gone.Where(o => o.Name.Schema == d.Before.LocalName)]), Remains));
    }

    private static string Rest(Change.Drop drop, IReadOnlyList<TopLevelObject> gone)
    {
        var here = MySqlText.Literal(drop.Before.LocalName.Value);
        string But(string column, IEnumerable<TopLevelObject> objects)
        {
            var names = objects.Select(o => MySqlText.Literal(o.LocalName.Value)).ToList();
            return names.Count == 0 ? "" : $" AND {column} NOT IN ({string.Join(", ", names)})";
        }

        var (tables, routines) = (But("TABLE_NAME", gone.Where(o => o is Table or View or Sequence)),
            But("ROUTINE_NAME", gone.OfType<Routine>()));
        return $"""
            SELECT TABLE_NAME AS found FROM information_schema.TABLES WHERE TABLE_SCHEMA = {here}{tables}
            UNION ALL SELECT ROUTINE_NAME FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = {here}{routines}
            UNION ALL SELECT EVENT_NAME FROM information_schema.EVENTS WHERE EVENT_SCHEMA = {here}{But("EVENT_NAME", gone.OfType<Event>())}
            """;
    }

    private static Step Of(Change change, string sql, string back) => new()
    {
        Sql = sql, Serves = change.ToString(), Subject = change.Id, Transaction = TransactionMode.None, Lock = LockMode.BlocksDdl,
        Reverse = new(ReverseKind.Sql, back),
    };

    private static string Q(Change change) => MySqlText.Quote(change.Subject.LocalName);
}
