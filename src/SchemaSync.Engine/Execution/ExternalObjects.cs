namespace SchemaSync.Engine.Execution;

/// <summary>
/// What a plan leaves to others has to be there before its first statement, and nothing of theirs may be in its way, on each server
/// anew: tenants of one state share a proof.
/// </summary>
internal static class ExternalObjects
{
    /// <summary>Asks for all of it.</summary>
    /// <exception cref="SchemaSyncException">
    /// SSY0218, SSY0219: something is not there, or the account may not use it. SSY0527: something uses what the plan drops or changes.
    /// </exception>
    public static async Task RequireAsync(DatabaseSession session, Plan plan, CancellationToken cancellationToken)
    {
        var users = await session.Inspector.FindInTheWayAsync(plan, cancellationToken).ConfigureAwait(false);
        if (users.Count > 0) throw new SchemaSyncException(users);
        if (ExternalNeeds.Of(plan) is not { Count: > 0 } needs) return;
        var missing = await session.Inspector.FindMissingAsync(needs, cancellationToken).ConfigureAwait(false);
        if (missing.Count > 0) throw new SchemaSyncException(missing);
    }
}
