namespace SchemaSync.Model;

/// <summary>Which names of a schema exclude one another.</summary>
public static class NameSpaces
{
    private static readonly HashSet<ObjectKind> Relations =
        [ObjectKind.Table, ObjectKind.View, ObjectKind.MaterializedView, ObjectKind.Sequence, ObjectKind.EnumType, ObjectKind.CompositeType, ObjectKind.Domain];

    /// <summary>What two objects may not both have; null where a name holds inside its table alone.</summary>
    public static string? Of(ObjectPath path, ProviderProfile profile)
    {
        var kind = ObjectKind.Of(path.Kind);
        // On PostgreSQL every table is a type as well; elsewhere there are no types.
        if (Relations.Contains(kind)) return "relation " + Fold(path.Key, profile.TableNamesIgnoreCase);
        if (kind == ObjectKind.Index) return profile.IndexNamesPerSchema ? "relation " + Fold(path.Key, profile.ColumnNamesIgnoreCase) : null;
        if (kind == ObjectKind.Trigger)
            return "trigger " + Fold(profile.TriggerNamesPerTable ? path.Key : ObjectId.Of(path).Name.Value, profile.ColumnNamesIgnoreCase);
        if (!path.Owner.IsEmpty) return null;
        return $"{(kind.HasSignature && profile.RoutinesShareNames ? "routine" : kind.Name)} {Fold(path.Key, profile.ColumnNamesIgnoreCase)}";
    }

    private static string Fold(string name, bool ignoresCase) => ignoresCase ? name.ToLowerInvariant() : name;
}
