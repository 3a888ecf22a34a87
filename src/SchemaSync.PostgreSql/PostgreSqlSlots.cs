namespace SchemaSync.PostgreSql;

/// <summary>
/// The name spaces of a schema: pg_class holds relations and the indexes behind keys, pg_type holds types and the row type of every
/// relation that has rows, pg_proc tells routines apart by their arguments. Constraints, triggers and policies are named within their table.
/// </summary>
internal static class PostgreSqlSlots
{
    private const string Relation = "relation", Type = "type", Routine = "routine";

    /// <summary>The names that an object takes.</summary>
    public static IEnumerable<NameSlot> Of(ObjectId id, PostgreSqlCapabilities server)
    {
        if (id.Name.IsEmpty) return [];
        var name = id.Name.Value;
        return id.Kind.Name switch
        {
            "table" or "view" or "materialized view" or "foreign table" or "composite type" => [new(Relation, name), new(Type, name)],
            "sequence" => server.HasTypesOfSequences ? [new(Relation, name), new(Type, name)] : [new(Relation, name)],
            "index" or "primary key" or "unique constraint" or "exclusion constraint" or "relation" => [new(Relation, name)],
            "enum type" or "domain" or "range type" or "type" => [new(Type, name)],
            "function" or "procedure" or "aggregate" => [new(Routine, $"{name}({id.Signature})")],
            _ => [],
        };
    }

    /// <summary>The names that have to be free: a relation without a row type asks for the type's name all the same (heap_create_with_catalog).</summary>
    public static IEnumerable<NameSlot> NeededBy(ObjectId id, PostgreSqlCapabilities server) =>
        id.Kind == ObjectKind.Sequence ? [new(Relation, id.Name.Value), new(Type, id.Name.Value)] : Of(id, server);
}
