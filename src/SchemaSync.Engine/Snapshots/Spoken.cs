namespace SchemaSync.Engine.Snapshots;

/// <summary>
/// Rights of roles are compared where the target speaks of them, and nowhere else: an object that declares no grant keeps
/// whatever rights it has, unread and unreported. The same holds for who owns a schema.
/// </summary>
internal static class Spoken
{
    /// <summary>What was read, with the rights of those objects alone of which <paramref name="target"/> says who has any.</summary>
    public static Snapshot Of(Snapshot read, Snapshot target)
    {
        if (read.Objects.All(o => o is not IGrantable { Grants: not null } and not Schema { Owner: not null })) return read;
        var owned = target.Objects.OfType<Schema>().Where(s => s.Owner is not null).Select(s => s.Name).ToHashSet();
        var speaking = target.Objects.Where(Speaks).Select(ObjectId.Of).ToHashSet();
        // What goes is to come back as it was.
        var goes = target.Intents.Where(i => i.DropsSchema).Select(i => i.FormerId).ToList();
        speaking.UnionWith(goes);
        owned.UnionWith(goes.Select(id => id.QualifiedName));
        // Before its rename an object is found under its former name.
        speaking.UnionWith(target.Intents.Where(i => i.Kind == IntentKind.RenamedFrom && speaking.Contains(i.Subject))
            .Select(i => i.FormerId).ToList());
        var routines = target.Objects.OfType<Routine>().ToLookup(r => (r.Kind, r.Name));
        return read.With(read.Objects.Select(o =>
            Owned(Speaks(o) && !IsSpokenOf(o, speaking, routines) ? ((IGrantable)o).WithGrants(null) : o, owned)));
    }

    private static TopLevelObject Owned(TopLevelObject subject, HashSet<QualifiedName> owned) =>
        subject is Schema { Owner: not null } schema && !owned.Contains(schema.Name) ? schema with { Owner = null } : subject;

    private static bool IsSpokenOf(TopLevelObject subject, HashSet<ObjectId> speaking,
        ILookup<(ObjectKind, QualifiedName), Routine> routines)
    {
        if (speaking.Contains(ObjectId.Of(subject))) return true;
        // A declaration may spell the types of arguments otherwise than the server.
        if (subject is not Routine routine) return false;
        var named = routines[(routine.Kind, routine.Name)].ToList();
        return named.TrueForAll(r => r.Key != routine.Key) && named.Exists(Speaks);
    }

    private static bool Speaks(SchemaObject subject) => subject is IGrantable { Grants: not null };
}
