namespace SchemaSync.PostgreSql.Planning;

/// <summary>The steps of a plan by phase, and the words in which they are made.</summary>
internal sealed class PlanSteps : PhasedSteps<Phase>
{
    /// <summary>Adds a change of the catalogue that is short but keeps readers out while it lasts.</summary>
    public void Catalogue(Phase phase, Change change, string sql, string? reverse = null, params Hazard[] hazards) =>
        Add(phase, Brief(change.ToString(), change.Id, sql, reverse, hazards));

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
