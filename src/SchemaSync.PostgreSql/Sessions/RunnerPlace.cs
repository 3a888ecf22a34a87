namespace SchemaSync.PostgreSql.Sessions;

/// <summary>Where a runner works.</summary>
/// <param name="DisplayName">For messages.</param>
/// <param name="Schema">The managed schema; with the database it names the lock.</param>
/// <param name="Managed">The schema that a scratch schema stands for.</param>
/// <param name="IsScratch">Whether everything happens in one transaction that is rolled back.</param>
internal sealed record RunnerPlace(string DisplayName, string Schema, string Managed, bool IsScratch)
{
    /// <summary>The role that statements of a plan run as.</summary>
    public PlanRole Role { get; init; } = PlanRole.None;

    /// <summary>Shared schemas that a run may change: each has a lock of its own, since several tenants may name it.</summary>
    public IReadOnlyList<string> Shared { get; init; } = [];
}
