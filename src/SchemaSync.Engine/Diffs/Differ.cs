namespace SchemaSync.Engine.Diffs;

/// <summary>Compares two snapshots. Pure; its order depends on content alone.</summary>
public static class Differ
{
    // Columns first, so that every later change may name them; the rest by name.
    private static readonly ObjectKind[] Ahead =
        [ObjectKind.Column, ObjectKind.PrimaryKey, ObjectKind.UniqueConstraint,
            ObjectKind.CheckConstraint, ObjectKind.ForeignKey, ObjectKind.Index];

    /// <summary>What leads from one snapshot to the other, honouring the intents of the second.</summary>
    /// <exception cref="SchemaSyncException">SSY0301: different forms. SSY0302: a declared rename fits neither side.</exception>
    public static Diff Compare(Snapshot from, Snapshot to, Spelling spelling)
    {
        if (from.Form != to.Form) throw new SchemaSyncException(DiffDiagnostics.DifferentForms, from.Form.ToString(), to.Form.ToString());
        var schemas = SchemaRenames.Find(from, to, spelling);
        var moved = schemas.Apply(from);
        // A rename reaches into tables that look equal: nothing may be left out then.
        var rest = Twins.Without(moved, to);
        var renames = !to.Intents.Any(i => i.IsAboutNames) ? Renames.Find(rest.From, rest.To, spelling)
            : Renames.Find(moved, schemas.Align(to), spelling);
        var start = renames.Apply(moved);
        var (left, right) = renames.Changes.Count == 0 ? rest : (start, to);
        var changes = new List<Change>([.. schemas.Changes, .. renames.Changes]);
        changes.AddRange(Compare(left.Tables, right.Tables, spelling.Names));
        // A schema that nobody declares any more may hold what is not ours: only who names it drops it.
        var dropped = to.Intents.Where(i => i.DropsSchema).Select(i => i.FormerId.QualifiedName).ToHashSet();
        foreach (var kind in LeafKinds(left, right))
            changes.AddRange(CompareTop(Of(left, kind), Of(right, kind), spelling.Names).Where(c =>
                c is not Change.Drop { Before: Schema schema } || dropped.Contains(schema.Name)));
        return new(from, to, changes.ToEquatableArray(), AmbiguousRenames.Find(changes, to, spelling.Names).ToEquatableArray())
        {
            Moved = moved,
            Start = start,
        };
    }

    /// <summary>The kinds beside tables, by name: the order of changes depends on content alone.</summary>
    private static IEnumerable<ObjectKind> LeafKinds(Snapshot from, Snapshot to) =>
        from.Objects.Concat(to.Objects).Where(o => o is not Table).Select(o => o.Kind).Distinct().Order();

    private static IEnumerable<TopLevelObject> Of(Snapshot snapshot, ObjectKind kind) =>
        snapshot.Objects.Where(o => o.Kind == kind && o is not Table);

    private static IEnumerable<Change> CompareTop(IEnumerable<TopLevelObject> from, IEnumerable<TopLevelObject> to, StringComparer names)
    {
        foreach (var (before, after) in Pairs.ByKey(from, to, names).OrderBy(p => (p.After ?? p.Before)!.Key, StringComparer.Ordinal))
        {
            if (before is null) yield return new Change.Add(default, after!);
            else if (after is null) yield return new Change.Drop(default, before);
            else
            {
                if (before.Name != after.Name || !AsAsked(before, after).HasSameFacets(after))
                    yield return new Change.Alter(default, before, after);
                foreach (var change in CompareChildren(before, after, names)) yield return change;
            }
        }
    }

    // An extension without a version, or without a schema, is content with any, as is a
    // schema of which nothing is said: what is in it declares it.
    private static TopLevelObject AsAsked(TopLevelObject before, TopLevelObject after) => (before, after) switch
    {
        (Extension b, Extension a) =>
            b with { Version = a.Version is null ? null : b.Version, Schema = a.Schema is null ? null : b.Schema },
        (Schema b, Schema a) =>
            b with
            {
                Comment = a.Comment is null ? null : b.Comment ?? "",
                Owner = a.Owner is null ? null : b.Owner,
                Grants = a.Grants is null ? null : b.Grants,
            },
        _ => before,
    };

    private static IEnumerable<Change> Compare(IEnumerable<Table> from, IEnumerable<Table> to, StringComparer names)
    {
        foreach (var (before, after) in Pairs.ByKey(from, to, names)
            .Where(p => p.Before is null || !p.Before.Equals(p.After)).OrderBy(p => Name(p)))
        {
            if (before is null) yield return new Change.Add(default, after!);
            else if (after is null) yield return new Change.Drop(default, before);
            else
            {
                foreach (var change in Compare(before, after, names)) yield return change;
            }
        }
    }

    private static IEnumerable<Change> Compare(Table before, Table after, StringComparer names)
    {
        if (!before.HasSameFacets(after)) yield return new Change.Alter(default, before, after);
        foreach (var change in CompareChildren(before, after, names)) yield return change;
    }

    private static IEnumerable<Change> CompareChildren(TopLevelObject before, TopLevelObject after, StringComparer names)
    {
        var left = before.Children.ToLookup(c => c.Kind);
        var right = after.Children.ToLookup(c => c.Kind);
        foreach (var kind in left.Select(g => g.Key).Union(right.Select(g => g.Key)).OrderBy(Rank).ThenBy(k => k))
        {
            foreach (var (b, a) in PairChildren(left[kind], right[kind], names))
            {
                if (b is null) yield return new Change.Add(after.Name, a!);
                else if (a is null) yield return new Change.Drop(after.Name, b);
                else
                {
                    if (IsRenamed(b, a)) yield return new Change.Rename(after.Name, b, a);
                    if (!b.HasSameFacets(a)) yield return new Change.Alter(after.Name, b, a);
                }
            }
        }
    }

    private static IEnumerable<(SchemaObject? Before, SchemaObject? After)> PairChildren(IEnumerable<SchemaObject> left,
        IEnumerable<SchemaObject> right, StringComparer names)
    {
        var (before, after) = (left.ToEquatableArray(), right.ToEquatableArray());
        if ((before.IsEmpty ? after : before)[0] is Column or Index) return Pairs.ByKey(before, after, names);
        return before is [PrimaryKey b] && after is [PrimaryKey a] ? [(b, a)] : Pairs.ByDefinition(before, after, names);
    }

    private static int Rank(ObjectKind kind) => Array.IndexOf(Ahead, kind) is >= 0 and var rank ? rank : Ahead.Length;

    /// <summary>Columns were renamed before the comparison; a name that one side does not give is no difference.</summary>
    private static bool IsRenamed(SchemaObject before, SchemaObject after) =>
        before.LocalName != after.LocalName && !before.LocalName.IsEmpty && !after.LocalName.IsEmpty;

    private static QualifiedName Name<T>((T? Before, T? After) pair) where T : TopLevelObject => (pair.After ?? pair.Before)!.Name;
}
