namespace SchemaSync.MySql.Outside;

/// <summary>What statements are on scratch, where nothing may reach beyond it.</summary>
/// <param name="Events">Events sleep there.</param>
/// <param name="StandIns">Tables of others have stand-ins there.</param>
internal sealed record Trial(ScratchEvents Events, StandIns StandIns)
{
    /// <summary>The statement as scratch gets it.</summary>
    /// <exception cref="SchemaSyncException">SSY0218: what it needs of others is not there.</exception>
    public Task<string> PlaceAsync(Step step, CancellationToken cancellationToken) =>
        StandIns.PlaceAsync(step, Events.Asleep(step), cancellationToken);
}
