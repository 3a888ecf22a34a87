namespace SchemaSync.Engine.Planning;

/// <summary>Hazards with their words: the one place where planners make them.</summary>
public static class PlanHazards
{
    /// <summary>Values are discarded.</summary>
    public static Hazard Loses(ObjectId subject, string what, string? which = null) =>
        Of(Hazards.LosesData, subject, what, which ?? subject.ToString());

    /// <summary>Rows may not fit.</summary>
    public static Hazard MayFail(ObjectId subject, string what, QualifiedName table, string why) =>
        Of(Hazards.MayFail, subject, what, table.ToString(), why);

    /// <summary>Every row is written again under the strongest lock.</summary>
    public static Hazard Rewrites(ObjectId subject, string what, QualifiedName table) =>
        Of(Hazards.RewritesTable, subject, what, table.ToString());

    /// <summary>The table is copied under a new definition.</summary>
    public static Hazard Rebuilds(ObjectId table, string what, string reason) =>
        Of(Hazards.RebuildsTable, table, what, table.ToString(), reason);

    /// <summary>Writers wait for as long as rows are read.</summary>
    public static Hazard BlocksWrites(ObjectId subject, string what, QualifiedName table) =>
        Of(Hazards.BlocksWrites, subject, what, table.ToString());

    /// <summary>Readers and writers wait for as long as rows are read.</summary>
    public static Hazard BlocksReads(ObjectId subject, string what, QualifiedName table) =>
        Of(Hazards.BlocksReads, subject, what, table.ToString());

    /// <summary>A rule goes.</summary>
    public static Hazard Weakens(Change change, QualifiedName table) =>
        Of(Hazards.WeakensIntegrity, change.Id, change.ToString(), table.ToString());

    /// <summary>Running code names something that will be called otherwise.</summary>
    public static Hazard Breaks(Change.Rename rename) => Breaks(rename, rename.Before);

    /// <summary>Running code names something that is dropped.</summary>
    public static Hazard Breaks(Change change, SchemaObject gone) =>
        Of(Hazards.BreaksClients, change.Id, change.ToString(),
            gone is TopLevelObject { Name.IsQualified: true } top ? top.Name.ToString() : gone.LocalName.Value);

    /// <summary>Running code does not expect that a value is missing.</summary>
    public static Hazard MayBeNull(ObjectId column, string what) =>
        Of(Hazards.BreaksClients, column, what, $"{column} as one that is never NULL");

    /// <summary>Running code may mean another zone.</summary>
    public static Hazard MovesZone(Change change) =>
        Of(Hazards.BreaksClients, change.Id, change.ToString(),
            $"{change.Id} as a time of another zone than UTC, for which its values are taken");

    /// <summary>Deletes spread from one table to the other.</summary>
    public static Hazard Cascades(ObjectId subject, string what, QualifiedName from, QualifiedName to) =>
        Of(Hazards.CascadesDeletes, subject, what, from.ToString(), to.ToString());

    /// <summary>People may see or change other rows than before.</summary>
    public static Hazard Access(Change change, QualifiedName table) =>
        Of(Hazards.ChangesAccess, change.Id, change.ToString(), table.ToString());

    /// <summary>What others in the database use changes.</summary>
    public static Hazard Extension(Change change) => Of(Hazards.ChangesExtension, change.Id, change.ToString(), change.Id.ToString());

    /// <summary>All rows are written by one statement, since there is no key to go by.</summary>
    public static Hazard FillsAtOnce(ObjectId column, string what) => Of(Hazards.FillsAtOnce, column, what, column.OwnerName.ToString());

    /// <summary>Something goes that nobody here knows.</summary>
    public static Hazard DropsSqlObject(ObjectId subject, string what) => Of(Hazards.DropsSqlObject, subject, what);

    /// <summary>Declared SQL is not tried on scratch.</summary>
    public static Hazard Untried(ObjectId subject, string what) => Of(Hazards.Untried, subject, what);

    private static Hazard Of(DiagnosticEntry entry, ObjectId subject, params string[] arguments) =>
        new(Diagnostic.Of(entry, arguments) with { Subject = subject });
}
