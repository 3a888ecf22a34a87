namespace SchemaSync.Adapters.Tests;

/// <summary>
/// Objects of somebody else that share names with what a case declares. The server's own catalogue says what they are, so that nothing
/// of ours has to be believed: afterwards every one of them is still there, unchanged.
/// </summary>
internal sealed class Theirs
{
    private readonly Func<IEnumerable<string>> _catalogue;
    private readonly IReadOnlyList<string> _made;

    private Theirs(Func<IEnumerable<string>> catalogue, IReadOnlyList<string> made) => (_catalogue, _made) = (catalogue, made);

    /// <summary>Makes them.</summary>
    /// <param name="catalogue">Every object there is, one text each.</param>
    /// <param name="create">Runs the statements.</param>
    public static Theirs Make(Func<IEnumerable<string>> catalogue, Action create)
    {
        var before = catalogue().ToHashSet();
        create();
        var made = catalogue().Where(line => !before.Contains(line)).ToList();
        Assert.NotEmpty(made);
        return new(catalogue, made);
    }

    /// <summary>Every one is as it was made.</summary>
    public void AreAsTheyWere()
    {
        var now = _catalogue().ToHashSet();
        Assert.All(_made, line => Assert.Contains(line, now));
    }

    /// <summary>Names of objects, and of what has a name within them, without repetition.</summary>
    public static IEnumerable<string> Names(IEnumerable<SchemaObject> declared, StringComparer names) =>
        declared.SelectMany(o => o.Children.Where(c => c is not Column).Select(c => c.Name).Prepend(o.LocalName)).Where(n => !n.IsEmpty)
            .Select(n => n.Value).Distinct(names).Order(StringComparer.Ordinal);

    /// <summary>Has the ledger say that a run of ours led from one state to another, so that both are ours.</summary>
    public static async Task RecordRunAsync(DatabaseAdapter adapter, TenantContext tenant,
        Snapshot from, Snapshot to, CancellationToken cancellationToken)
    {
        await using var session = await adapter.OpenAsync(tenant, SessionAccess.Write, cancellationToken);
        await using var runner = session.Runner;
        await runner.LockAsync(TimeSpan.FromMinutes(1), cancellationToken);
        await runner.BeginAsync(TransactionMode.Shared, cancellationToken);
        var ledger = new AuditLedger(session);
        await ledger.CreateAsync(cancellationToken);
        foreach (var state in new[] { from, to }) await ledger.KeepStateAsync(state, [], cancellationToken);
        var (now, _) = await ledger.AfterLastAsync(DateTimeOffset.UtcNow, cancellationToken);
        await ledger.AppendAsync(new()
        {
            RunId = Guid.CreateVersion7().ToString("N"), StartedAt = now, FinishedAt = now, Who = "test", Host = "test", ToolVersion = "0",
            Action = LedgerEntry.Sync, PlanHash = "",
            From = from.Fingerprint, To = to.Fingerprint, Outcome = LedgerEntry.Succeeded,
        }, cancellationToken);
        await runner.CommitAsync(cancellationToken);
        await runner.CompleteAsync(cancellationToken);
    }
}
