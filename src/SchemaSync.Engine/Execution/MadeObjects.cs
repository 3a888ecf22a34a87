namespace SchemaSync.Engine.Execution;

/// <summary>
/// The objects that are SQL alone and that runs of ours made, as the ledger of the database remembers them: no server can be asked for
/// such an object. What is remembered is written in the transaction of the statement; where that is none, before and after it.
/// </summary>
internal sealed class MadeObjects
{
    /// <summary>The key of what is remembered, among the states of the ledger.</summary>
    public static readonly Fingerprint Key = Fingerprint.OfText("objects that are SQL alone");

    private readonly Dictionary<ObjectId, SqlObject> _there;
    private readonly HashSet<ObjectId> _doubtful;
    private List<OpaqueObject> _seen;

    private MadeObjects(IEnumerable<SqlObject> there, IEnumerable<ObjectId> doubtful, IEnumerable<OpaqueObject> seen) =>
        (_there, _doubtful, _seen) = (there.ToDictionary(ObjectId.Of), [.. doubtful], [.. seen]);

    /// <summary>Whether a run has changed what is remembered, and did not write it down yet.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>What a ledger remembers; nothing where it says nothing.</summary>
    public static MadeObjects Of(Snapshot? kept) => new(kept?.Objects.OfType<SqlObject>() ?? [],
        kept?.Intents.Select(i => i.Subject) ?? [], kept?.Objects.OfType<OpaqueObject>() ?? []);

    /// <summary>What is there, for a run of a plan; nothing where the plan knows no such objects.</summary>
    public static async Task<MadeObjects> ForAsync(
        LedgerReader ledger, IEnumerable<Snapshot> states, CancellationToken cancellationToken) =>
        states.Any(s => s.Objects.Any(o => o is SqlObject))
            ? (await ledger.OurStatesAsync(cancellationToken).ConfigureAwait(false)).Made
            : Of(null);

    /// <summary>
    /// What was read, with those of them that are there. One whose statement nobody saw the end of is there when something of its name is;
    /// one that was seen under its name when it was made is gone when that is gone.
    /// </summary>
    public Snapshot In(Snapshot read)
    {
        if (_there.Count == 0) return read;
        var names = read.Objects.Select(o => o.LocalName).Concat(read.Unsupported.Select(u => u.Id.Name)).ToHashSet();
        var opaque = read.Objects.OfType<OpaqueObject>().Select(ObjectId.Of).ToHashSet();
        bool IsThere(SqlObject made) => _doubtful.Contains(ObjectId.Of(made)) ? names.Contains(made.LocalName)
            : !_seen.Exists(s => s.LocalName == made.LocalName && !opaque.Contains(ObjectId.Of(s)));
        return read.And(_there.Values.Where(IsThere));
    }

    /// <summary>Remembers what a step did.</summary>
    public void Done(Step step, Snapshot to)
    {
        if (step.Subject.Kind != ObjectKind.SqlObject) return;
        _doubtful.Remove(step.Subject);
        // With the last of its statements it is there, and with none before that.
        _there.Remove(step.Subject);
        if (step.Makes && to.Objects.OfType<SqlObject>().FirstOrDefault(o => ObjectId.Of(o) == step.Subject) is { } made)
            _there[step.Subject] = made;
        _seen.RemoveAll(s => s.LocalName == step.Subject.Name);
        IsChanged = true;
    }

    /// <summary>Remembers that nobody knows what becomes of an object, until a step was seen to end.</summary>
    public void Doubt(Step step, Snapshot from, Snapshot to)
    {
        var known = from.Objects.Concat(to.Objects).OfType<SqlObject>().Where(o => ObjectId.Of(o) == step.Subject).ToList();
        _there[step.Subject] = step.Drops ? known[0] : known[^1];
        _doubtful.Add(step.Subject);
        IsChanged = true;
    }

    /// <summary>Remembers what the database shows under their names.</summary>
    public void See(Snapshot read)
    {
        var names = _there.Values.Select(o => o.LocalName).ToHashSet();
        var seen = read.Objects.OfType<OpaqueObject>().Where(o => names.Contains(o.LocalName)).ToList();
        if (seen.Select(ObjectId.Of).ToHashSet().SetEquals(_seen.Select(ObjectId.Of))) return;
        (_seen, IsChanged) = (seen, true);
    }

    /// <summary>Writes it down, in the caller's transaction.</summary>
    public async Task SaveAsync(DatabaseSession session, NormalForm form, CancellationToken cancellationToken)
    {
        if (!IsChanged) return;
        var kept = new Snapshot
        {
            Form = form,
            Objects = [.. _there.Values.OrderBy(o => o.Name), .. _seen.OrderBy(o => o.Key, StringComparer.Ordinal)],
            Intents = [.. _doubtful.Where(_there.ContainsKey).Order(Comparer<ObjectId>.Create((x, y) =>
                string.CompareOrdinal(x.ToString(), y.ToString()))).Select(id => new Intent(IntentKind.Dropped, id, id.Name))],
        };
        await new AuditLedger(session).Snapshots.SaveAsync(Key, kept, cancellationToken).ConfigureAwait(false);
        IsChanged = false;
    }

    /// <summary>Writes it down in a transaction of its own.</summary>
    public async Task SaveAloneAsync(DatabaseSession session, NormalForm form, CancellationToken cancellationToken)
    {
        if (!IsChanged) return;
        await session.Runner.BeginAsync(TransactionMode.Shared, cancellationToken).ConfigureAwait(false);
        await SaveAsync(session, form, cancellationToken).ConfigureAwait(false);
        await session.Runner.CommitAsync(cancellationToken).ConfigureAwait(false);
    }
}
