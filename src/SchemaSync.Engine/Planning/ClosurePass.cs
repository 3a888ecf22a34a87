namespace SchemaSync.Engine.Planning;

/// <summary>
/// Finds what a plan's proof has to look at. What is only added leaves what is built on its table alone; what goes, is renamed or becomes another
/// takes along what depends on it, because the server may refuse it, and the planner may have made it again.
/// </summary>
internal static class ClosurePass
{
    /// <summary>The scope of steps that were planned for a diff.</summary>
    /// <param name="diff">The diff.</param>
    /// <param name="steps">The steps; what they are about belongs to the scope, whatever the diff says.</param>
    /// <param name="current">Everything in the database, whosever it is.</param>
    /// <param name="dialect">The dialect of all.</param>
    public static ProofScope Of(Diff diff, EquatableArray<Step> steps, Snapshot current, Dialect dialect)
    {
        var start = Renames.Find(diff.From, diff.To, dialect).Apply(diff.From);
        var own = diff.From.Objects.Concat(start.Objects).Concat(diff.To.Objects).Select(ObjectId.Of).ToHashSet(new ObjectIdComparer(dialect.Names));
        // Partitions of others come as surroundings, and only where a step works on them.
        var others = current.Objects.Where(o => o is not Table { PartitionOf.IsEmpty: false } && !own.Contains(ObjectId.Of(o))).ToList();
        var graph = new DependencyGraph(start.Objects.Concat(diff.To.Objects).Concat(others), dialect, diff.To.Form.IsServer && dialect.RewritesTexts);
        var closure = Closure.Of(graph, Seeds(diff, steps, dialect));
        // Whose rights they are is nobody's business here.
        var neighbours = Part(closure, others, others).ConvertAll(o => o is IGrantable { Grants: not null } granted ? granted.WithGrants(null) : o is Schema schema ? schema with { Owner = null, Comment = null } : o);
        return new(
            diff.From.With(Part(closure, diff.From.Objects, start.Objects).Concat(neighbours)),
            diff.To.With(Part(closure, diff.To.Objects, diff.To.Objects).Concat(neighbours)),
            closure);
    }

    private static IEnumerable<Seed> Seeds(Diff diff, EquatableArray<Step> steps, Dialect dialect)
    {
        foreach (var change in diff.Changes) yield return new(Whole(change.Owner, change.Subject, diff), !dialect.RewritesTexts || Disturbs(change));
        foreach (var id in steps.Select(s => s.Subject).Where(s => !s.Name.IsEmpty || s.Signature is not null).Distinct()) yield return new(id.Kind.IsPart ? OwnerOf(id, diff) : id, Disturbs: false);
    }

    // What is new, or is nobody's to build on, leaves everything else as it is.
    private static bool Disturbs(Change change) => change switch
    {
        Change.Add => false,
        Change.Alter { After: Table or Index or Policy or Trigger or CheckConstraint } => false,
        Change.Drop { Before: CheckConstraint or Policy or Trigger or ForeignKey } => false,
        _ => true,
    };

    private static ObjectId Whole(QualifiedName owner, SchemaObject subject, Diff diff) => subject is TopLevelObject top ? ObjectId.Of(top) : OwnerOf(ObjectId.Of(owner, subject), diff);

    private static ObjectId OwnerOf(ObjectId part, Diff diff)
    {
        var view = ObjectId.Top(ObjectKind.MaterializedView, part.OwnerName);
        return diff.To.Objects.Any(o => o is MaterializedView && ObjectId.Of(o) == view) ? view : ObjectId.Top(ObjectKind.Table, part.OwnerName);
    }

    /// <summary>The objects that belong to the closure, as much of each as does; <paramref name="named"/> are the same under the names that the closure knows.</summary>
    private static List<TopLevelObject> Part(Closure closure, IEnumerable<TopLevelObject> objects, IEnumerable<TopLevelObject> named)
    {
        var members = objects.Zip(named).Select(p => (Subject: p.First, Named: p.Second, Extent: closure.ExtentOf(ObjectId.Of(p.Second)))).Where(p => p.Extent is not null).ToList();
        var names = members.Select(m => m.Subject.Name).ToHashSet();
        var keys = members.SelectMany(m => m.Subject is Table t ? t.ForeignKeys : []).ToLookup(f => f.ReferencedTable, f => f.ReferencedColumns);
        bool IsReferenced(Table table, Index index) => keys[table.Name].Any(columns => columns.Count <= index.Columns.Count && columns.SequenceEqual(index.Columns.Take(columns.Count).Select(c => c.Column)));
        return members.ConvertAll(m => m switch
        {
            { Subject: Table table, Extent: Extent.Frame } => Frame.Of(table, IsReferenced, _ => false),
            { Subject: Table table, Extent: Extent.References } => Frame.Of(table, IsReferenced, f => names.Contains(f.ReferencedTable)),
            _ => m.Subject,
        });
    }
}
