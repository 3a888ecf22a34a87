namespace SchemaSync.MySql.Outside;

/// <summary>What statements are on scratch, where nothing may reach beyond it.</summary>
/// <param name="Events">Events sleep there.</param>
/// <param name="StandIns">Tables of others have stand-ins there.</param>
/// <param name="Names">Shared databases are called otherwise there.</param>
internal sealed record Trial(ScratchEvents Events, StandIns StandIns, ScratchNames Names)
{
    /// <summary>The statement as scratch gets it.</summary>
    /// <exception cref="SchemaSyncException">SSY0236: it cannot be told where a body means a shared
    /// database. SSY0218: what it needs of others is not there.</exception>
    public async Task<string> PlaceAsync(Step step, LexerMode mode, CancellationToken cancellationToken)
    {
        var sql = await Names.PlaceAsync(step, Events.Asleep(step), mode, cancellationToken).ConfigureAwait(false);
        return await StandIns.PlaceAsync(step, sql, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What the server says, with the real names.</summary>
    public string Restore(string message) => Names.Restore(StandIns.Restore(message));
}
