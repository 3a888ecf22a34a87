namespace SchemaSync.PostgreSql.Planning;

/// <summary>What attributes of composite types are good for.</summary>
internal static class CompositeWork
{
    /// <summary>Attributes that go.</summary>
    public static IEnumerable<Identifier> Gone(CompositeType before, CompositeType after) => before.Attributes.Select(a => a.Name).Except(after.Attributes.Select(a => a.Name));

    /// <summary>An index that names an attribute goes online, after the attribute.</summary>
    public static void RefuseIndexed(PlanState state, Change change, CompositeType type, Identifier gone)
    {
        foreach (var table in state.FromTables.Values.Where(t => state.ToTables.ContainsKey(t.Name) && state.Uses.Of(t).Contains(type.Name)))
        {
            if (table.Indexes.FirstOrDefault(i => ObjectUses.Names(i, gone)) is { } index) throw PlanState.CannotPlan(change.Id, change.ToString(), $"{ObjectId.Of(table.Name, index)} names {gone}; drop it first");
        }
    }
}
