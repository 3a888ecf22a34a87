namespace SchemaSync.Engine.Plans;

/// <summary>What a plan needs of others: what is new or changed in it refers to what
/// nobody declares, in schemas that nobody manages. Pure.</summary>
internal static class ExternalNeeds
{
    /// <summary>Everything, each once.</summary>
    public static IReadOnlyList<ExternalNeed> Of(Plan plan)
    {
        var managed = plan.To.Objects.OfType<Schema>().Select(s => s.Name.Name).ToHashSet();
        // A declared extension comes first, and brings what it brings.
        var extensions = plan.To.Objects.OfType<Extension>().Select(e => e.Name.Name).ToHashSet();
        var objects = plan.To.Objects.GroupBy(o => o.Name).ToDictionary(g => g.Key, g => g.ToList());
        var made = plan.Changes.Where(c => c is Change.Add or Change.Alter).ToList();
        var keys = made.SelectMany(c => Keys(c, managed));
        var others = made.Select(c => c.Owner.IsEmpty ? ((TopLevelObject)c.Subject).Name : c.Owner).Distinct()
            .SelectMany(name => objects.GetValueOrDefault(name) ?? [])
            .SelectMany(o => o.External.Where(e => !extensions.Contains(e.Extension)).Select(e => new ExternalNeed(ObjectId.Of(o), e.Id)));
        var owners = made.Select(c => c.Subject).OfType<Schema>().Where(s => s.Owner is not null)
            .Select(s => new ExternalNeed(ObjectId.Of(s), ObjectId.Top(ObjectKind.Role, new(s.Owner!))));
        return [.. owners, .. keys.Concat(others.Where(n => !managed.Contains(n.Target.Schema))).Distinct()];
    }

    /// <summary>Everything that a state refers to, each once.</summary>
    public static IReadOnlyList<ExternalNeed> Of(Snapshot state)
    {
        var managed = state.Objects.OfType<Schema>().Select(s => s.Name.Name).ToHashSet();
        var keys = state.Tables.SelectMany(t =>
            t.ForeignKeys.Where(k => IsOutside(k, managed)).Select(k => Key(t.Name, k, readsRows: false)));
        var others = state.Objects.SelectMany(o => o.External.Select(e => new ExternalNeed(ObjectId.Of(o), e.Id)))
            .Where(n => !managed.Contains(n.Target.Schema));
        return [.. keys.Concat(others).Distinct()];
    }

    /// <summary>Whether anything in a state refers to something of others.</summary>
    public static bool HasAny(Snapshot state)
    {
        var managed = state.Objects.OfType<Schema>().Select(s => s.Name.Name).ToHashSet();
        return state.Objects.Any(o =>
            o.External.Any(e => e.Extension.IsEmpty) || (o is Table table && table.ForeignKeys.Any(k => IsOutside(k, managed))));
    }

    private static IEnumerable<ExternalNeed> Keys(Change change, HashSet<Identifier> managed) => change.Subject switch
    {
        Table table => table.ForeignKeys.Where(k => IsOutside(k, managed)).Select(k => Key(table.Name, k, readsRows: false)),
        ForeignKey key when IsOutside(key, managed) => [Key(change.Owner, key, readsRows: !key.NotValid && !key.NotEnforced)],
        _ => [],
    };

    private static bool IsOutside(ForeignKey key, HashSet<Identifier> managed) =>
        key.ReferencedTable.IsQualified && !managed.Contains(key.ReferencedTable.Schema);

    private static ExternalNeed Key(QualifiedName table, ForeignKey key, bool readsRows) =>
        new(ObjectId.Of(table, key), ObjectId.Top(ObjectKind.Table, key.ReferencedTable))
        {
            IsKey = true,
            Columns = key.ReferencedColumns,
            ReadsRows = readsRows,
        };
}
