namespace SchemaSync.Engine;

/// <summary>Compares two snapshots. Pure; its order depends on content alone.</summary>
public static class Differ
{
    /// <summary>What leads from one snapshot to the other, honouring the intents of the second.</summary>
    /// <exception cref="SchemaSyncException">SSY0301: different forms. SSY0302: a declared rename fits neither side.</exception>
    public static Diff Compare(Snapshot from, Snapshot to, Dialect dialect)
    {
        if (from.Form != to.Form) throw new SchemaSyncException(DiffDiagnostics.DifferentForms, from.Form.ToString(), to.Form.ToString());
        var renames = Renames.Find(from, to, dialect);
        var renamed = renames.Apply(from);
        var changes = new List<Change>(renames.Changes);
        changes.AddRange(Compare(renamed.Tables, to.Tables, dialect.Names));
        changes.AddRange(CompareLeaves<View>(renamed, to, dialect.Names));
        changes.AddRange(CompareLeaves<Trigger>(renamed, to, dialect.Names));
        return new(from, to, changes.ToEquatableArray(), AmbiguousRenames.Find(changes, to, dialect.Names).ToEquatableArray());
    }

    private static IEnumerable<Change> CompareLeaves<T>(Snapshot from, Snapshot to, StringComparer names) where T : SchemaObject
    {
        foreach (var (before, after) in Pairs.ByName(from.Objects.OfType<T>(), to.Objects.OfType<T>(), names).OrderBy(p => Name(p)))
        {
            if (before is null) yield return new Change.Add(default, after!);
            else if (after is null) yield return new Change.Drop(default, before);
            else if (before.Name != after.Name || !before.HasSameFacets(after)) yield return new Change.Alter(default, before, after);
        }
    }

    private static IEnumerable<Change> Compare(IEnumerable<Table> from, IEnumerable<Table> to, StringComparer names)
    {
        foreach (var (before, after) in Pairs.ByName(from, to, names).Where(p => p.Before is null || !p.Before.Equals(p.After)).OrderBy(p => Name(p)))
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
        var owner = after.Name;
        IEnumerable<(SchemaObject?, SchemaObject?)> pairs =
        [
            .. Pairs.ByName(before.Columns, after.Columns, names),
            .. before.PrimaryKey is null && after.PrimaryKey is null ? (IEnumerable<(SchemaObject?, SchemaObject?)>)[] : [(before.PrimaryKey, after.PrimaryKey)],
            .. Pairs.ByDefinition(before.UniqueConstraints, after.UniqueConstraints, names),
            .. Pairs.ByDefinition(before.CheckConstraints, after.CheckConstraints, names),
            .. Pairs.ByDefinition(before.ForeignKeys, after.ForeignKeys, names),
            .. Pairs.ByName(before.Indexes, after.Indexes, names),
        ];
        foreach (var (b, a) in pairs)
        {
            if (b is null) yield return new Change.Add(owner, a!);
            else if (a is null) yield return new Change.Drop(owner, b);
            else
            {
                if (IsRenamed(b, a)) yield return new Change.Rename(owner, b, a);
                if (!b.HasSameFacets(a)) yield return new Change.Alter(owner, b, a);
            }
        }
    }

    /// <summary>Columns were renamed before the comparison; a name that one side does not give is no difference.</summary>
    private static bool IsRenamed(SchemaObject before, SchemaObject after) =>
        before.Name != after.Name && !before.Name.IsEmpty && !after.Name.IsEmpty;

    private static Identifier Name<T>((T? Before, T? After) pair) where T : SchemaObject => (pair.After ?? pair.Before)!.Name;
}
