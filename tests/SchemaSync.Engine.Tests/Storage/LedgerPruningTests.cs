namespace SchemaSync.Engine.Tests.Storage;

/// <summary>What goes from a ledger is nothing that anybody needs.</summary>
public sealed class LedgerPruningTests
{
    [Fact]
    public void The_newest_runs_stay()
    {
        var runs = Enumerable.Range(0, 30).Select(i => Run(i, LedgerEntry.Sync, LedgerEntry.Succeeded, i + 1, i)).ToList();
        Assert.Equal(runs.Take(20).Select(r => r.RunId), Kept(runs, 20));
    }

    [Fact]
    public void What_is_ours_stays_however_often_runs_fail()
    {
        // Newest first: forty failures behind the one that succeeded, on the way to three states.
        var runs = Enumerable.Range(0, 40).Select(i => Run(i, LedgerEntry.Sync, LedgerEntry.Failed, 7, 100 + (i / 15)))
            .Append(Run(40, LedgerEntry.Sync, LedgerEntry.Succeeded, 6, 7))
            .Append(Run(41, LedgerEntry.Sync, LedgerEntry.Succeeded, 5, 6)).ToList();
        var kept = Kept(runs, 5);
        Assert.Contains(runs[40].RunId, kept);
        Assert.DoesNotContain(runs[41].RunId, kept);
        Assert.InRange(kept.Count, 5, 12);
    }

    [Fact]
    public void Whatever_happened_the_rest_says_what_all_of_it_said()
    {
        var random = new Random(11);
        for (var round = 0; round < 500; round++)
        {
            var runs = Enumerable.Range(0, random.Next(1, 60)).Select(i => Run(i,
                random.Next(3) == 0 ? LedgerEntry.Revert : LedgerEntry.Sync,
                random.Next(4) switch { 0 => LedgerEntry.Failed, 1 => LedgerEntry.Interrupted, _ => LedgerEntry.Succeeded },
                random.Next(6), random.Next(6))).ToList();
            var ids = Kept(runs, random.Next(1, 10)).ToHashSet();
            var rest = runs.Where(r => ids.Contains(r.RunId)).ToList();
            Assert.Equal(Reverter.Unsettled(runs)?.RunId, Reverter.Unsettled(rest)?.RunId);
            Assert.Equal(Ours(runs), Ours(rest));
        }
    }

    // What LedgerReader.OurStatesAsync asks of the runs: where they led, where they began in the order of time, and the last success.
    private static (string, string, string?) Ours(List<LedgerEntry> runs)
    {
        var later = runs.TakeWhile(r => r.Outcome != LedgerEntry.Succeeded).ToList();
        return (string.Join(",", later.Select(r => r.To).Distinct()),
            string.Join(",", Enumerable.Reverse(later).Select(r => r.From).Distinct()),
            runs.FirstOrDefault(r => r.Outcome == LedgerEntry.Succeeded)?.RunId);
    }

    private static IReadOnlyCollection<string> Kept(List<LedgerEntry> runs, int count) => [.. LedgerPruning.Kept(runs, count)];

    private static LedgerEntry Run(int number, string action, string outcome, int from, int to) => new()
    {
        RunId = $"run{number}", StartedAt = DateTimeOffset.UnixEpoch, FinishedAt = DateTimeOffset.UnixEpoch, Who = "", Host = "",
        ToolVersion = "", Action = action, PlanHash = "", From = Fingerprint.OfText($"{from}"), To = Fingerprint.OfText($"{to}"),
        Outcome = outcome,
    };
}
