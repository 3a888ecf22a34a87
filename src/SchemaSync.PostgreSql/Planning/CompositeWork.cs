namespace SchemaSync.PostgreSql.Planning;

/// <summary>What attributes of composite types are good for.</summary>
internal static class CompositeWork
{
    /// <summary>Attributes that go.</summary>
    public static IEnumerable<Identifier> Gone(CompositeType before, CompositeType after) =>
        before.Attributes.Select(a => a.Name).Except(after.Attributes.Select(a => a.Name));

    /// <summary>Whether an attribute that stays becomes another one: that the server refuses while rows hold values of it.</summary>
    public static bool Retypes(CompositeType before, CompositeType after) => after.Attributes.Any(x =>
        before.Attributes.FirstOrDefault(b => b.Name == x.Name) is { } was && was != x with { Comment = was.Comment });

    /// <summary>What holds rows with values of a type, inside others or not, and stays; null when nothing does.</summary>
    public static ObjectId? Keeper(PlanState state, CompositeType type)
    {
        var gone = Going(state).Select(ObjectId.Of).ToHashSet();
        var staying = state.From.Where(o => !gone.Contains(ObjectId.Of(o))).ToList();
        return RowTypes.Holder(staying, type.Name, inside: false)
            ?? staying.OfType<MaterializedView>().Where(v => state.Uses.Of(v).Contains(type.Name)).Select(v => (ObjectId?)ObjectId.Of(v))
                .FirstOrDefault();
    }

    /// <summary>Tables that hold such values and go: they have to go before the type changes.</summary>
    public static IEnumerable<Table> KeepersThatGo(PlanState state)
    {
        var types = state.Diff.Changes.OfType<Change.Alter>()
            .Where(c => c is { Before: CompositeType b, After: CompositeType a } && Retypes(b, a)).Select(c => c.Id.QualifiedName).ToList();
        if (types.Count == 0) return [];
        var others = state.From.Where(o => o is CompositeType or Domain).ToList();
        return Going(state).OfType<Table>().Where(t => types.Exists(n => RowTypes.Holder([.. others, t], n, inside: false) is not null));
    }

    // A table that is made anew has its rows beside it meanwhile, and one that rows are filled from outlasts them.
    private static IEnumerable<TopLevelObject> Going(PlanState state) =>
        state.Diff.Changes.OfType<Change.Drop>().Select(c => c.Before).OfType<TopLevelObject>()
            .Where(o => !state.Remade.Contains(o.Name) && !state.Values.Reads(o.LocalName));

    /// <summary>What holds values of a type, other than functions while they run; null when nothing does.</summary>
    public static TopLevelObject? Holder(PlanState state, CompositeType type) =>
        state.From.FirstOrDefault(o =>
            o is Table or Domain or CompositeType or MaterializedView && o.Name != type.Name && state.Uses.Of(o).Contains(type.Name));

    /// <summary>
    /// The condition that NOT NULL is: of a row IS NOT NULL means each of its fields (manual, functions-comparison), and the
    /// server takes the other one for what it is about a column.
    /// </summary>
    public static string IsThere(PlanState state, Column column) =>
        IsRow(state, column) ? "IS DISTINCT FROM NULL" : "IS NOT NULL";

    /// <summary>Its opposite.</summary>
    public static string IsNotThere(PlanState state, Column column) =>
        IsRow(state, column) ? "IS NOT DISTINCT FROM NULL" : "IS NULL";

    private static bool IsRow(PlanState state, Column column) => state.To.Any(o =>
        o is CompositeType or Table && (column.Type.Native == PostgreSqlText.Shown(o.Name)
            || column.Type.Native == PostgreSqlText.Quote(o.Name)));

    /// <summary>Whether attributes change places: then another type takes the place of one that
    /// nothing holds values of, and functions go and come with it.</summary>
    public static bool IsReplaced(PlanState state, Change change) =>
        change is Change.Alter { Before: CompositeType b, After: CompositeType a } && !OnlyAdds(b, a) && Holder(state, a) is null
            && !a.Attributes.Any(x => IsNew(state, x));

    /// <summary>Whether the attributes that stay keep their order, and new ones are at the end.</summary>
    public static bool OnlyAdds(CompositeType before, CompositeType after)
    {
        var old = before.Attributes.Select(x => x.Name).Except(Gone(before, after)).ToList();
        return after.Attributes.Take(old.Count).Select(x => x.Name).SequenceEqual(old);
    }

    /// <summary>Plans the other type.</summary>
    public static void Replace(PlanSteps steps, Change.Alter change)
    {
        var (before, after) = ((CompositeType)change.Before, (CompositeType)change.After);
        steps.Catalogue(Phase.MakeRoom, change, $"DROP TYPE {PostgreSqlText.Quote(after.Name)}", TypeText.Create(before));
        steps.Add(Phase.MakeRoom,
            PlanSteps.New(change.ToString(), change.Id, TypeText.Create(after), $"DROP TYPE {PostgreSqlText.Quote(after.Name)}"));
        foreach (var sql in CommentText.Create(after)) steps.Catalogue(Phase.Alter, change, sql);
    }

    /// <summary>Whether an attribute is of a type that this plan makes.</summary>
    public static bool IsNew(PlanState state, CompositeAttribute attribute) =>
        state.Diff.Changes.Any(c => c is Change.Add { After: TopLevelObject } && (c.Id.QualifiedName == attribute.Type.TypeName
            || RowTypes.Element(attribute.Type.Native) == PostgreSqlText.Shown(c.Id.QualifiedName)));

    /// <summary>An index that names an attribute goes online, after the attribute.</summary>
    public static void RefuseIndexed(PlanState state, Change change, CompositeType type, Identifier gone)
    {
        foreach (var table in state.FromTables.Values.Where(t =>
            state.ToTables.ContainsKey(t.Name) && state.Uses.Of(t).Contains(type.Name)))
        {
            if (table.Indexes.FirstOrDefault(i => ObjectUses.Names(i, gone)) is { } index)
                throw PlanState.CannotPlan(change.Id, change.ToString(), $"{ObjectId.Of(table.Name, index)} names {gone}; drop it first");
        }
    }
}
