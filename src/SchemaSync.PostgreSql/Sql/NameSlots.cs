namespace SchemaSync.PostgreSql.Sql;

/// <summary>
/// The name spaces of a schema: pg_class holds relations and the indexes behind keys, pg_type holds types and the row type of every
/// relation that has rows, pg_proc tells routines apart by their arguments. Constraints, triggers and policies are named within their
/// table.
/// </summary>
internal static class NameSlots
{
    private const string Relation = "relation", Type = "type", Routine = "routine";

    private static readonly HashSet<ObjectKind> WithRows = [ObjectKind.Table, ObjectKind.View, ObjectKind.MaterializedView,
        ObjectKind.ForeignTable, ObjectKind.CompositeType];
    private static readonly HashSet<ObjectKind> WithoutRows =
        [ObjectKind.Index, ObjectKind.PrimaryKey, ObjectKind.UniqueConstraint, ObjectKind.ExclusionConstraint, OtherKinds.Relation];
    private static readonly HashSet<ObjectKind> Types = [ObjectKind.EnumType, ObjectKind.Domain, OtherKinds.RangeType, OtherKinds.Type];

    /// <summary>The names that an object takes.</summary>
    public static IEnumerable<NameSlot> Of(ObjectId id, PostgreSqlCapabilities server)
    {
        if (id.Name.IsEmpty) return [];
        var name = id.QualifiedName.ToString();
        if (WithRows.Contains(id.Kind) || (id.Kind == ObjectKind.Sequence && server.HasTypesOfSequences))
            return [new(Relation, name), new(Type, name)];
        if (WithoutRows.Contains(id.Kind) || id.Kind == ObjectKind.Sequence) return [new(Relation, name)];
        if (Types.Contains(id.Kind)) return [new(Type, name)];
        return id.Kind.HasSignature ? [new(Routine, $"{name}({id.Signature})")] : [];
    }

    /// <summary>The names that have to be free: a relation without a row type asks for the
    /// type's name all the same (heap_create_with_catalog).</summary>
    public static IEnumerable<NameSlot> NeededBy(ObjectId id, PostgreSqlCapabilities server) =>
        id.Kind == ObjectKind.Sequence
            ? [new(Relation, id.QualifiedName.ToString()), new(Type, id.QualifiedName.ToString())]
            : Of(id, server);
}
