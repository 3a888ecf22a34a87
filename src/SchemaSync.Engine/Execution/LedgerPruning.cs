namespace SchemaSync.Engine.Execution;

/// <summary>
/// Keeps a ledger small: the newest runs stay, and whatever older ones are needed to know what is ours, what is unfinished and what the
/// next revert takes back. A state stays with the runs that began or ended in it.
/// </summary>
internal static class LedgerPruning
{
    /// <summary>Removes the others; inside the caller's transaction.</summary>
    /// <param name="reader">Of the ledger.</param>
    /// <param name="session">Of the run.</param>
    /// <param name="count">How many runs stay whatever they are.</param>
    /// <param name="origin">The key of the declaration whose form stays; null for none.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task RunAsync(LedgerReader reader, DatabaseSession session, int count, Fingerprint? origin,
        CancellationToken cancellationToken)
    {
        List<LedgerEntry> runs;
        try
        {
            runs = await reader.RunsAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (LedgerFault)
        {
            // Who plans the next run says so; this one has nothing to do with it.
            return;
        }

        var kept = Kept(runs, count);
        var gone = runs.Where(r => !kept.Contains(r.RunId)).ToList();
        if (gone.Count == 0) return;
        var ledger = session.Ledger;
        foreach (var table in new[] { LedgerFormat.Steps, LedgerFormat.Runs })
            await DeleteAsync(table, "run_id", gone.Select(r => r.RunId)).ConfigureAwait(false);
        var states = runs.Where(r => kept.Contains(r.RunId)).SelectMany(r => new[] { r.From, r.To }).Append(MadeObjects.Key)
            .Concat(origin is { } key ? [key] : []).Select(f => f.Value).ToHashSet(StringComparer.Ordinal);
        var stored = await LedgerCommand.ReadAsync(session, $"SELECT fingerprint FROM {ledger.Table(LedgerFormat.Snapshots)}"
            + ledger.Where(LedgerFormat.Snapshots), r => r.GetString(0), cancellationToken).ConfigureAwait(false);
        await DeleteAsync(LedgerFormat.Snapshots, "fingerprint", stored.Where(s => !states.Contains(s))).ConfigureAwait(false);

        async Task DeleteAsync(string table, string key, IEnumerable<string> values)
        {
            foreach (var value in values)
                await LedgerCommand.RunAsync(session, $"DELETE FROM {ledger.Table(table)}{ledger.Where(table, $"{key} = @key")}",
                    cancellationToken, ("key", value)).ConfigureAwait(false);
        }
    }

    /// <summary>The runs that stay, by their ids. Pure.</summary>
    /// <param name="runs">All of them, newest first.</param>
    /// <param name="count">How many stay whatever they are.</param>
    public static IReadOnlySet<string> Kept(IReadOnlyList<LedgerEntry> runs, int count)
    {
        // What later runs were on their way to may be there in part, and where the first of them began says what is owed.
        var later = runs.TakeWhile(r => r.Outcome != LedgerEntry.Succeeded).ToList();
        var undo = Reverter.Unsettled(runs) is { } back
            ? runs.TakeWhile(r => r.RunId != back.RunId).Append(back).Where(r => r.Outcome == LedgerEntry.Succeeded) : [];
        return runs.Take(count).Concat(later.DistinctBy(r => r.To)).Concat(Enumerable.Reverse(later).DistinctBy(r => r.From))
            .Concat(runs.Skip(later.Count).Take(1)).Concat(undo).Select(r => r.RunId).ToHashSet(StringComparer.Ordinal);
    }
}
