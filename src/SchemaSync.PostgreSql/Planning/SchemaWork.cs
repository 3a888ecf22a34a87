namespace SchemaSync.PostgreSql.Planning;

/// <summary>Changes of schemas that are there already: only what the target speaks of.</summary>
internal static class SchemaWork
{
    /// <summary>Whether a schema gets another owner.</summary>
    public static bool IsGivenAway(Schema before, Schema after) => after.Owner is { } owner && owner != before.Owner;

    /// <summary>Owner and comment; rights come with everybody's.</summary>
    public static void Alter(PlanSteps steps, Change change, Schema before, Schema after)
    {
        // Rights that the old owner gave are the new one's from now on (manual, ALTER SCHEMA).
        if (IsGivenAway(before, after))
            steps.Catalogue(Phase.Alter, change, Give(after, after.Owner!), before.Owner is { } former ? Give(after, former) : null,
                PlanHazards.Access(change, change.Id.QualifiedName));
        if (after.Comment is { } comment && comment != (before.Comment ?? ""))
            steps.Catalogue(Phase.Alter, change, CommentText.Set(default, after, comment), CommentText.Set(default, after, before.Comment));
    }

    /// <summary>
    /// Asks the catalogue what stands in a schema that goes and does not go with the plan: default privileges, publications and whatever
    /// else no snapshot knows, and what others made since. DROP SCHEMA would take some of it along without a word.
    /// </summary>
    public static DataCheck MustBeEmpty(Schema schema, IEnumerable<Change> changes)
    {
        var gone = changes.Where(c => c.Owner.IsEmpty)
            .Select(c => c switch { Change.Drop d => d.Before, Change.Rename r => r.Before, _ => null })
            .OfType<TopLevelObject>().Where(o => o.Name.Schema == schema.LocalName).ToList();
        var relations = Oids("to_regclass",
            gone.Where(o => o is Table or View or MaterializedView or Sequence).Select(o => PostgreSqlText.Quote(o.Name)));
        var types = Oids("to_regtype", gone.Where(o => o is EnumType or Domain or CompositeType).Select(o => PostgreSqlText.Quote(o.Name)));
        var routines = Oids("to_regprocedure", gone.OfType<Routine>().Select(BodyText.Named));
        var id = ObjectId.Of(schema);
        return new(id, $"""
            SELECT pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid) AS found FROM pg_catalog.pg_depend d
            WHERE d.refclassid OPERATOR(pg_catalog.=) 2615::pg_catalog.oid
              AND d.refobjid OPERATOR(pg_catalog.=) (SELECT n.oid FROM pg_catalog.pg_namespace n
                  WHERE n.nspname::pg_catalog.text OPERATOR(pg_catalog.=) {PostgreSqlText.Literal(schema.Name.Name.Value)})
              AND NOT (d.classid OPERATOR(pg_catalog.=) {CatalogClass.Relation}::pg_catalog.oid
                  AND d.objid OPERATOR(pg_catalog.=) ANY ({relations}))
              AND NOT (d.classid OPERATOR(pg_catalog.=) {CatalogClass.Type}::pg_catalog.oid
                  AND d.objid OPERATOR(pg_catalog.=) ANY ({types}))
              AND NOT (d.classid OPERATOR(pg_catalog.=) {CatalogClass.Routine}::pg_catalog.oid
                  AND d.objid OPERATOR(pg_catalog.=) ANY ({routines}))
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend o WHERE o.classid OPERATOR(pg_catalog.=) d.classid
                  AND o.objid OPERATOR(pg_catalog.=) d.objid
                AND o.refclassid OPERATOR(pg_catalog.=) {CatalogClass.Relation}::pg_catalog.oid
                    AND o.refobjid OPERATOR(pg_catalog.=) ANY ({relations})
                AND o.deptype::pg_catalog.text OPERATOR(pg_catalog.=) ANY (ARRAY['a', 'i']))
            """, "something stands in the schema that the plan does not drop");
    }

    // What is not there by then, because somebody was faster, is no object's.
    private static string Oids(string function, IEnumerable<string> names) =>
        $"ARRAY[{string.Join(", ", names.Select(n => $"pg_catalog.{function}({PostgreSqlText.Literal(n)})::pg_catalog.oid"))}"
            + "]::pg_catalog.oid[]";

    private static string Give(Schema schema, string owner) =>
        $"ALTER SCHEMA {PostgreSqlText.Quote(schema.Name)} OWNER TO {PostgreSqlText.Quote(new Identifier(owner))}";
}
