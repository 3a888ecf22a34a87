namespace SchemaSync.PostgreSql.Planning;

/// <summary>When a step runs. One shared transaction holds all that only touches the catalogue; what takes its time follows online.</summary>
internal enum Phase
{
    /// <summary>New enum values: committed before anything may use them.</summary>
    EnumValues,
    /// <summary>Policies that go or stand in the way, before what they call.</summary>
    DropPolicies,
    /// <summary>Bodies that stand in the way.</summary>
    DropBodies,
    /// <summary>New names.</summary>
    Rename,
    /// <summary>Foreign keys, before the keys they refer to.</summary>
    DropForeignKeys,
    /// <summary>Constraints and indexes, before their columns.</summary>
    DropKeys,
    /// <summary>Whole objects that go and have a name that something new needs.</summary>
    MakeRoom,
    /// <summary>New types, sequences, routines and tables, each after what it uses.</summary>
    Create,
    /// <summary>Changes inside tables.</summary>
    Alter,
    /// <summary>Whole objects that go.</summary>
    DropObjects,
    /// <summary>Foreign keys of new tables.</summary>
    Keys,
    /// <summary>Bodies that are new, changed, or stood in the way.</summary>
    CreateBodies,
    /// <summary>What a run that died left half-made, and names that are needed again.</summary>
    Leftovers,
    /// <summary>NOT NULL of columns of a primary key: adding the key would look for NULLs while readers wait.</summary>
    Required,
    /// <summary>One by one, without blocking anybody for long.</summary>
    Online,
    /// <summary>Foreign keys, which may need keys that were made online.</summary>
    OnlineKeys,
    /// <summary>What the steps before replaced.</summary>
    OnlineDrops,
    /// <summary>Bodies that need a key that was made online.</summary>
    LateBodies,
}

/// <summary>Collects steps by phase; within one they keep their order.</summary>
internal sealed class PlanSteps
{
    private readonly SortedDictionary<Phase, List<Step>> _phases = [];
    private readonly List<DataCheck> _checks = [];

    /// <summary>Everything, in order.</summary>
    public PlannedSteps Result => new(_checks.ToEquatableArray(), _phases.Values.SelectMany(s => s).ToEquatableArray());

    /// <summary>Adds a step.</summary>
    public void Add(Phase phase, Step step)
    {
        if (!_phases.TryGetValue(phase, out var steps)) _phases.Add(phase, steps = []);
        steps.Add(step);
    }

    /// <summary>Adds a change of the catalogue that is short but keeps readers out while it lasts.</summary>
    public void Catalogue(Phase phase, Change change, string sql, string? reverse = null, params Hazard[] hazards) =>
        Add(phase, Brief(change.ToString(), change.Id, sql, reverse, hazards));

    /// <summary>A question to the rows before the first step.</summary>
    public void Check(DataCheck check) => _checks.Add(check);

    /// <summary>A short change of the catalogue.</summary>
    public static Step Brief(string serves, ObjectId subject, string sql, string? reverse = null, params Hazard[] hazards) => new()
    {
        Sql = sql,
        Serves = serves,
        Subject = subject,
        Lock = LockMode.BlocksReads,
        Hazards = [.. hazards],
        Reverse = reverse is null ? new(ReverseKind.Nothing) : new(ReverseKind.Sql, reverse),
    };

    /// <summary>Something new that nobody can wait for yet.</summary>
    public static Step New(string serves, ObjectId subject, string sql, string? reverse = null) => new()
    {
        Sql = sql,
        Serves = serves,
        Subject = subject,
        Reverse = reverse is null ? new(ReverseKind.Nothing) : new(ReverseKind.Sql, reverse),
    };
}

/// <summary>Hazards with their words.</summary>
internal static class PlanHazards
{
    /// <summary>Values are discarded.</summary>
    public static Hazard Loses(ObjectId subject, string what) => Of(Hazards.LosesData, subject, what, subject.ToString());

    /// <summary>Rows may not fit.</summary>
    public static Hazard MayFail(ObjectId subject, string what, QualifiedName table, string why) => Of(Hazards.MayFail, subject, what, table.ToString(), why);

    /// <summary>Every row is written again under the strongest lock.</summary>
    public static Hazard Rewrites(ObjectId subject, string what, QualifiedName table) => Of(Hazards.RewritesTable, subject, what, table.ToString());

    /// <summary>Writers wait for as long as rows are read.</summary>
    public static Hazard BlocksWrites(ObjectId subject, string what, QualifiedName table) => Of(Hazards.BlocksWrites, subject, what, table.ToString());

    /// <summary>Readers and writers wait for as long as rows are read.</summary>
    public static Hazard BlocksReads(ObjectId subject, string what, QualifiedName table) => Of(Hazards.BlocksReads, subject, what, table.ToString());

    /// <summary>A rule goes.</summary>
    public static Hazard Weakens(Change change, QualifiedName table) => Of(Hazards.WeakensIntegrity, change.Id, change.ToString(), table.ToString());

    /// <summary>Running code names something that will be called otherwise.</summary>
    public static Hazard Breaks(Change.Rename rename) => Of(Hazards.BreaksClients, rename.Id, rename.ToString(), rename.Before.LocalName.Value);

    /// <summary>Running code does not expect that a value is missing.</summary>
    public static Hazard MayBeNull(Change change) => Of(Hazards.BreaksClients, change.Id, change.ToString(), $"{change.Id} as one that is never NULL");

    /// <summary>Running code may mean another zone.</summary>
    public static Hazard MovesZone(Change change) => Of(Hazards.BreaksClients, change.Id, change.ToString(), $"{change.Id} as a time of another zone than UTC, for which its values are taken");

    /// <summary>Deletes spread from one table to the other.</summary>
    public static Hazard Cascades(ObjectId subject, string what, QualifiedName from, QualifiedName to) => Of(Hazards.CascadesDeletes, subject, what, from.ToString(), to.ToString());

    /// <summary>People may see or change other rows than before.</summary>
    public static Hazard Access(Change change, QualifiedName table) => Of(Hazards.ChangesAccess, change.Id, change.ToString(), table.ToString());

    /// <summary>What others in the database use changes.</summary>
    public static Hazard Extension(Change change) => Of(Hazards.ChangesExtension, change.Id, change.ToString(), change.Id.ToString());

    private static Hazard Of(DiagnosticEntry entry, ObjectId subject, params string[] arguments) => new(Diagnostic.Of(entry, arguments) with { Subject = subject });
}
