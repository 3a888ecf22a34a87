namespace SchemaSync.Engine.Planning;

/// <summary>Objects that are not ours and that ours lean on: built on scratch along with these, and left alone everywhere else.</summary>
internal static class Neighbours
{
    /// <summary>What is not ours. Partitions of others come as surroundings, and only where a step works on them.</summary>
    public static List<TopLevelObject> Among(Snapshot current, IReadOnlySet<ObjectId> ours) =>
        current.WithoutMade().Where(o => o is not Table { PartitionOf.IsEmpty: false } && !ours.Contains(ObjectId.Of(o))).ToList();

    /// <summary>Those of them that a closure needs, as much of each as it does. Whose rights they are is nobody's business here.</summary>
    public static List<TopLevelObject> Of(Closure closure, IReadOnlyList<TopLevelObject> others) =>
        closure.PartOf(others, others).ConvertAll(Bare);

    /// <summary>An object without what says whose it is.</summary>
    public static TopLevelObject Bare(TopLevelObject subject) => subject switch
    {
        IGrantable { Grants: not null } granted => granted.WithGrants(null),
        Schema schema => schema with { Owner = null, Comment = null },
        _ => subject,
    };

    /// <summary>Those that a declaration leans on as a whole.</summary>
    public static List<TopLevelObject> Of(Snapshot declared, Snapshot current, Dialect dialect)
    {
        var others = Among(current, declared.Objects.Select(ObjectId.Of).ToHashSet(new ObjectIdComparer(dialect.Names)));
        var graph = new DependencyGraph(declared.Objects, others, dialect, told: false, othersTold: dialect.TellsUses);
        var closure = Closure.Of(graph, declared.Objects.Select(o => new Seed(ObjectId.Of(o), Disturbance.None)));
        return Of(closure, others).FindAll(o => o is not Schema);
    }

    /// <summary>
    /// The neighbour that a refusal is about; null where it is about something of ours. A name in a text may mean something else
    /// altogether, so one that cannot be built is done without: where ours really need it, the server says so of ours.
    /// </summary>
    public static TopLevelObject? Refused(IReadOnlyList<TopLevelObject> neighbours, SchemaSyncException refusal) =>
        refusal.Diagnostics.Select(d => d.Subject).OfType<ObjectId>()
            .Select(id => neighbours.FirstOrDefault(n => ObjectId.Of(n) == id || (id.Kind.IsPart && n.Name == id.OwnerName)))
            .FirstOrDefault(n => n is not null);
}
