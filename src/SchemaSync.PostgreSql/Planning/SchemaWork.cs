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
            steps.Catalogue(Phase.Alter, change, Give(after, after.Owner!), before.Owner is { } former ? Give(after, former) : null, PlanHazards.Access(change, change.Id.QualifiedName));
        if (after.Comment is { } comment && comment != (before.Comment ?? ""))
            steps.Catalogue(Phase.Alter, change, CommentText.Set(default, after, comment), CommentText.Set(default, after, before.Comment));
    }

    private static string Give(Schema schema, string owner) => $"ALTER SCHEMA {PostgreSqlText.Quote(schema.Name)} OWNER TO {PostgreSqlText.Quote(new Identifier(owner))}";
}
