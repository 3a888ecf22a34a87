namespace SchemaSync.MySql.Online;

/// <summary>What the definitions alone say about handing a change of a table to gh-ost
/// or pt-online-schema-change (HAZARDS rows 43 and 59).</summary>
internal static class OnlineClause
{
    /// <summary>The change, with the first obstacle.</summary>
    public static TableChange Of(Table before, Table after, MySqlCapabilities server, string alter) =>
        new(after.Name, alter, Obstacle(before, after, server));

    private static string Obstacle(Table before, Table after, MySqlCapabilities server)
    {
        if (before.HasOption(TableOptions.Versioning) || after.HasOption(TableOptions.Versioning))
            return "the table keeps a history, which a copy of it would begin anew";
        if (!server.IsMariaDb && before.CheckConstraints.Concat(after.CheckConstraints).FirstOrDefault(c => !c.Name.IsEmpty) is { } check)
            return $"the name of a check belongs to the whole database on MySQL, so that no copy of the table can have {check.Name}";
        // Rows of original and copy are matched by a key that both have and that knows no NULL.
        var kept = Keys(after).ToList();
        return Keys(before).Any(k => kept.Exists(k.SetEquals))
            ? ""
            : "the table has no primary or unique key without NULL that is there before and afterwards";
    }

    private static IEnumerable<HashSet<Identifier>> Keys(Table table) =>
        new[] { table.PrimaryKey?.Columns }.OfType<EquatableArray<IndexPart>>().Concat(table.UniqueConstraints.Select(u => u.Columns))
            .Where(parts => parts.All(p => p is { Expression: null, PrefixLength: null } && table.Column(p.Column) is { Nullable: false }))
            .Select(parts => parts.Select(p => p.Column).ToHashSet());
}
