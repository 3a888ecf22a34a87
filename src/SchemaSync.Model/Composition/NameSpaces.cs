namespace SchemaSync.Model.Composition;

/// <summary>Which names of a schema exclude one another.</summary>
public static class NameSpaces
{
    private static readonly HashSet<ObjectKind> Relations =
    [
        ObjectKind.Table, ObjectKind.View, ObjectKind.MaterializedView, ObjectKind.Sequence,
        ObjectKind.EnumType, ObjectKind.CompositeType, ObjectKind.Domain,
    ];

    /// <summary>What two objects may not both have; null where a name holds inside its table alone.</summary>
    public static string? Of(ObjectId id, ProviderProfile profile)
    {
        // On PostgreSQL every table is a type as well; elsewhere there are no types.
        if (Relations.Contains(id.Kind)) return Name("relation", id, id.Name.Value, profile.TableNamesIgnoreCase);
        var ignoresCase = profile.ColumnNamesIgnoreCase;
        if (id.Kind == ObjectKind.Index) return profile.IndexNamesPerSchema ? Name("relation", id, id.Name.Value, ignoresCase) : null;
        if (id.Kind == ObjectKind.Trigger)
            return Name("trigger", id, profile.TriggerNamesPerTable ? $"{id.Name} on {id.Owner}" : id.Name.Value, ignoresCase);
        if (!id.Owner.IsEmpty) return null;
        var space = id.Kind.HasSignature && profile.RoutinesShareNames ? "routine" : id.Kind.Name;
        return Name(space, id, $"{id.Name}({id.Signature})", ignoresCase);
    }

    private static string Name(string space, ObjectId id, string name, bool ignoresCase) =>
        $"{space} {new QualifiedName(id.Schema, new(ignoresCase ? name.ToLowerInvariant() : name))}";
}
