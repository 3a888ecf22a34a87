namespace SchemaSync.Engine.Snapshots;

/// <summary>
/// What the model has no words for is compared where the target holds it, and nowhere else: what somebody added to a declared table, such
/// as extended statistics or a rule, is not ours, and no plan drops it.
/// </summary>
internal static class SpokenOpaque
{
    /// <summary>
    /// What was read, with that beyond the model alone which <paramref name="target"/> has under the same name, whatever it says there.
    /// </summary>
    public static Snapshot Of(Snapshot read, Snapshot target)
    {
        if (read.Objects.All(o => o is not OpaqueObject && o.Opaque.IsEmpty)) return read;
        var kept = Identities(target);
        var facets = Facets(target);
        return read.With(read.Objects.Where(o => o is not OpaqueObject || kept.Contains(ObjectId.Of(o))).Select(o => Spoken(o, facets)));
    }

    /// <summary>What was made of a declaration, with that of it which nobody can make.</summary>
    public static Snapshot Bring(Snapshot declared, Snapshot made)
    {
        if (declared.Objects.All(o => o is not OpaqueObject && o.Opaque.IsEmpty)) return made;
        var facets = declared.Objects.Where(o => o is not OpaqueObject && !o.Opaque.IsEmpty).ToDictionary(ObjectId.Of, o => o.Opaque);
        return made.With(made.WithoutOpaque().Objects.Select(o => facets.TryGetValue(ObjectId.Of(o), out var opaque) ? o
            with { Opaque = opaque } : o).Concat(declared.Objects.OfType<OpaqueObject>()));
    }

    /// <summary>The opaque objects of a target; what stands on a table also as it is called before the table's rename.</summary>
    public static HashSet<ObjectId> Identities(Snapshot target)
    {
        // One that the model knows on this side may be beyond it on the other.
        var held = target.Objects.Select(ObjectId.Of).ToHashSet();
        foreach (var (now, former) in Renamed(target)) held.UnionWith([.. held.Where(id => id.OwnerName == now.QualifiedName)
            .Select(id => id with { Schema = former.Schema, Owner = former.Name })]);
        return held;
    }

    private static Dictionary<ObjectId, HashSet<string>> Facets(Snapshot target)
    {
        var facets = target.Objects.Where(o => !o.Opaque.IsEmpty).ToDictionary(ObjectId.Of, o => o.Opaque.Select(f => f.Name)
            .ToHashSet(StringComparer.Ordinal));
        foreach (var (now, former) in Renamed(target)) if (facets.TryGetValue(now, out var names)) facets.TryAdd(former, names);
        return facets;
    }

    private static List<(ObjectId Now, ObjectId Former)> Renamed(Snapshot target) =>
        [.. target.Intents.Where(i => i.Kind == IntentKind.RenamedFrom && i.Subject.Owner.IsEmpty).Select(i => (i.Subject, i.FormerId))];

    private static TopLevelObject Spoken(TopLevelObject subject, Dictionary<ObjectId, HashSet<string>> facets) => subject.Opaque.IsEmpty
        ? subject
        : subject with { Opaque = facets.TryGetValue(ObjectId.Of(subject), out var names)
            ? subject.Opaque.Where(f => names.Contains(f.Name)).ToEquatableArray() : [] };
}
