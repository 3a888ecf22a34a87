namespace SchemaSync.Engine.Proof;

/// <summary>A disposable database on which snapshots are built and plans replayed. Nothing is ever made durable on it.</summary>
internal sealed class Scratch(DatabaseAdapter adapter, TenantContext tenant, DatabaseSession session) : IAsyncDisposable
{
    private readonly Dictionary<ObjectId, SqlObject> _made = [];

    /// <summary>Whether what drops an object that is SQL alone is tried as soon as that is made.</summary>
    public bool TriesDrops { get; set; }

    /// <summary>The dialect of the scratch server.</summary>
    public Dialect Dialect => session.Dialect;

    /// <summary>Opens one and takes its lock.</summary>
    public static async Task<Scratch> OpenAsync(DatabaseAdapter adapter, TenantContext tenant, CancellationToken cancellationToken)
    {
        var session = await adapter.OpenScratchAsync(tenant, cancellationToken).ConfigureAwait(false);
        try
        {
            await session.Runner.LockAsync(TimeSpan.FromSeconds(30), cancellationToken).ConfigureAwait(false);
            return new(adapter, tenant, session);
        }
        catch
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Builds a whole snapshot on the empty database.</summary>
    /// <exception cref="SchemaSyncException">SSY0207: the server refuses one of its objects.</exception>
    public Task BuildAsync(Snapshot snapshot, CancellationToken cancellationToken)
    {
        // Intents say what happens to a former state; an empty database has none.
        var target = new Snapshot { Form = snapshot.Form, Objects = snapshot.WithoutOpaque().Objects };
        var diff = Differ.Compare(target.Empty(), target, Dialect);
        return RunAsync([.. Opaque(snapshot), .. SchemaSteps.Of(diff, Dialect).Steps], target, (step, reason) =>
            Diagnostic.Of(InspectionDiagnostics.RefusedByServer, step.Subject.ToString(), reason), cancellationToken);
    }

    // What the model has no words for hardly anybody can make: what is built on it fails then.
    private IEnumerable<Step> Opaque(Snapshot snapshot)
    {
        foreach (var opaque in snapshot.Objects.OfType<OpaqueObject>())
            if (Dialect.OnScratch(opaque) is { } sql) yield return new() { Sql = sql, Serves = $"add {opaque.Identity}",
                Subject = opaque.Identity };
    }

    /// <summary>Runs steps, assertions included, and returns them as the server does them;
    /// what it refuses becomes a diagnostic about the step.</summary>
    public async Task<EquatableArray<Step>> RunAsync(EquatableArray<Step> steps, Snapshot to,
        Func<Step, string, Diagnostic> refused, CancellationToken cancellationToken)
    {
        var done = new List<Step>();
        foreach (var batch in Batch.Of(steps))
        {
            await session.Runner.BeginAsync(batch.Mode, cancellationToken).ConfigureAwait(false);
            foreach (var step in batch.Steps)
            {
                done.Add(await RunAsync(step, to, refused, cancellationToken).ConfigureAwait(false));
                if (step.Subject.Kind == ObjectKind.SqlObject) await MadeAsync(step, to, cancellationToken).ConfigureAwait(false);
            }

            await session.Runner.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        return done.ToEquatableArray();
    }

    /// <summary>Has the server read every view and trigger again (SSY0204) and reads everything back.</summary>
    public async Task<Snapshot> ReadBackAsync(CancellationToken cancellationToken)
    {
        await session.Inspector.CheckBodiesAsync(cancellationToken).ConfigureAwait(false);
        return await InspectAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Shows it to somebody who only looks.</summary>
    public Task ShowAsync(Func<DatabaseSession, Task> witness) => witness(session);

    /// <summary>Reads everything back.</summary>
    public async Task<Snapshot> InspectAsync(CancellationToken cancellationToken)
    {
        var read = await session.Inspector.InspectAsync(cancellationToken).ConfigureAwait(false);
        return _made.Count == 0 ? read : read.And(_made.Values);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await session.Runner.DisposeAsync().ConfigureAwait(false);
        await session.DisposeAsync().ConfigureAwait(false);
    }

    private async Task MadeAsync(Step step, Snapshot to, CancellationToken cancellationToken)
    {
        if (step.Drops) _made.Remove(step.Subject);
        if (!step.Makes) return;
        var made = _made[step.Subject] = to.Objects.OfType<SqlObject>().First(o => ObjectId.Of(o) == step.Subject);
        if (!TriesDrops) return;
        foreach (var (word, sql) in made.Drop.Select(s => ("Drop", s)).Concat(made.Create.Select(s => ("Create", s))))
            await RunAsync(step with { Sql = sql }, to, (s, reason) => Diagnostic.Of(InspectionDiagnostics.DropIsNoOpposite,
                s.Subject.ToString(), word, reason), cancellationToken).ConfigureAwait(false);
    }

    private async Task<Step> RunAsync(Step step, Snapshot to, Func<Step, string, Diagnostic> refused, CancellationToken cancellationToken)
    {
        foreach (var part in step.Parts)
        {
            try
            {
                await session.Runner.TryAsync(part, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (Reason(e) is { } reason)
            {
                throw Finding(part, to, refused, reason, e);
            }
        }

        while (true)
        {
            try
            {
                await session.Runner.ExecuteAsync(step, cancellationToken).ConfigureAwait(false);
                return step with { Fallback = null, Parts = [] };
            }
            catch (Exception e) when (step.Fallback is not null && session.Runner.IsAnotherWayNeeded(e))
            {
                step = step.Fallback;
            }
            catch (Exception e) when (Reason(e) is { } reason)
            {
                throw Finding(step, to, refused, reason, e);
            }
        }
    }

    private SchemaSyncException Finding(Step step, Snapshot to, Func<Step, string, Diagnostic> refused, string reason, Exception cause)
    {
        var twins = session.Runner.IsAmbiguousCall(cause) ? Twins(step, to) : "";
        var finding = twins.Length == 0 ? refused(step, reason)
            : Diagnostic.Of(InspectionDiagnostics.AmbiguousCall, step.Serves, twins, reason);
        return new([finding with { Subject = step.Subject }], cause);
    }

    // Routines of one name that a statement speaks of.
    private string Twins(Step step, Snapshot to)
    {
        var named = Dialect.NamesIn(step.Sql).ToHashSet(Dialect.Names);
        return string.Join(" or ", to.Objects.OfType<Routine>().Where(r => named.Contains(r.LocalName.Value)).GroupBy(r => r.Name)
            .Where(g => g.Skip(1).Any()).SelectMany(g => g.Select(r => ObjectId.Of(r).ToString()).Order(StringComparer.Ordinal)));
    }

    // What the server says about the statement, and nothing else.
    private string? Reason(Exception exception) => exception switch
    {
        SchemaSyncException { Diagnostics: [{ } only] } => About(only),
        SchemaSyncException or OperationCanceledException => null,
        _ => adapter.Explain(tenant, exception) is { } diagnostic ? About(diagnostic) : null,
    };

    private static string? About(Diagnostic diagnostic) => Spoken.Contains(diagnostic.Entry) ? null : ReasonOf(diagnostic);

    // The first have a code of their own and say what to do. A server that cannot be reached, lacks something or is locked says
    // nothing about what was tried on it.
    private static readonly HashSet<DiagnosticEntry> Spoken =
    [
        InspectionDiagnostics.BrokenBody, InspectionDiagnostics.NotTried, InspectionDiagnostics.DoubtfulName,
        InspectionDiagnostics.NoScratch, InspectionDiagnostics.TooManyLocks, InspectionDiagnostics.ExternalMissing,
        InspectionDiagnostics.ExternalRefused, DiffDiagnostics.CannotPlan,
        InspectionDiagnostics.CannotOpen, InspectionDiagnostics.NotADatabase, InspectionDiagnostics.NotAuthenticated,
        InspectionDiagnostics.ConnectionLost, InspectionDiagnostics.CertificateRefused,
        ExecutionDiagnostics.Locked, ExecutionDiagnostics.ReadOnly, InspectionDiagnostics.ReadOnlyServer, ExecutionDiagnostics.ServerLacks,
    ];

    // The server's words alone, where the sentence has a place for them.
    private static string ReasonOf(Diagnostic diagnostic) =>
        diagnostic.Entry == ExecutionDiagnostics.StatementFailed && diagnostic.Arguments.Count > 2
            ? diagnostic.Arguments[2]
            : diagnostic.Message;
}
