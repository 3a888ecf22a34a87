namespace SchemaSync.PostgreSql.Planning;

/// <summary>When a step runs. One shared transaction holds all that only touches the
/// catalogue; what takes its time follows online.</summary>
internal enum Phase
{
    /// <summary>New enum values: committed before anything may use them.</summary>
    EnumValues,
    /// <summary>New schemas, before what moves into them.</summary>
    Schemas,
    /// <summary>New names of bodies; policies that go or stand in the way, and what
    /// else of a table that goes, before what they call.</summary>
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
    /// <summary>Policies, which may read any of these.</summary>
    Policies,
    /// <summary>What a run that died left half-made, and names that are needed again.</summary>
    Leftovers,
    /// <summary>Values of rows that are there, before their columns become required.</summary>
    Fill,
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
