using System.Data.Common;

namespace SchemaSync.Adapters.Tests;

/// <summary>
/// The real adapter on behalf of a process that dies before or right after one of its steps: its connection is gone, and nobody
/// writes down that the run failed.
/// </summary>
internal sealed class DyingAdapter(DatabaseAdapter real, int atStep, bool afterwards) : DatabaseAdapter
{
    private bool _isDead;

    public override string Provider => real.Provider;

    public override Dialect OfflineDialect => real.OfflineDialect;

    public override async Task<DatabaseSession> OpenAsync(TenantContext tenant, SessionAccess access, CancellationToken cancellationToken)
    {
        if (_isDead) throw Died();
        var session = await real.OpenAsync(tenant, access, cancellationToken);
        return access == SessionAccess.Read ? session : new Session(session, this);
    }

    public override Task<DatabaseSession> OpenScratchAsync(TenantContext tenant, CancellationToken cancellationToken) =>
        real.OpenScratchAsync(tenant, cancellationToken);

    public override TenantPlace PlaceOf(TenantContext tenant) => real.PlaceOf(tenant);

    public override TenantContext At(TenantContext tenant, TenantPlace place) => real.At(tenant, place);

    public override string DisplayName(TenantContext tenant) => real.DisplayName(tenant);

    public override Diagnostic? Explain(TenantContext tenant, Exception exception) => real.Explain(tenant, exception);

    private static SchemaSyncException Died() => new(InspectionDiagnostics.ConnectionLost, "test", "the process died");

    private sealed class Session(DatabaseSession real, DyingAdapter adapter) : DatabaseSession
    {
        public override Dialect Dialect => real.Dialect;

        public override SchemaInspector Inspector => real.Inspector;

        public override MigrationRunner Runner { get; } = new DyingRunner(real, adapter);

        public override DbConnection Connection => real.Connection;

        public override ValueTask DisposeAsync() => adapter._isDead ? default : real.DisposeAsync();
    }

    private sealed class DyingRunner(DatabaseSession session, DyingAdapter adapter) : MigrationRunner
    {
        private int _steps;

        public override Task LockAsync(TimeSpan timeout, CancellationToken cancellationToken) =>
            session.Runner.LockAsync(timeout, cancellationToken);

        public override Task BeginAsync(TransactionMode mode, CancellationToken cancellationToken) =>
            session.Runner.BeginAsync(mode, cancellationToken);

        public override async Task ExecuteAsync(Step step, CancellationToken cancellationToken)
        {
            var isLast = ++_steps == adapter._at;
            if (isLast && !adapter._afterwards) await DieAsync();
            await session.Runner.ExecuteAsync(step, cancellationToken);
            if (isLast) await DieAsync();
        }

        public override Task<IReadOnlyList<string>> SampleAsync(string sql, int limit, CancellationToken cancellationToken) =>
            session.Runner.SampleAsync(sql, limit, cancellationToken);

        public override Task CommitAsync(CancellationToken cancellationToken) => session.Runner.CommitAsync(cancellationToken);

        public override Task CompleteAsync(CancellationToken cancellationToken) => session.Runner.CompleteAsync(cancellationToken);

        public override ValueTask DisposeAsync() => adapter._isDead ? default : session.Runner.DisposeAsync();

        private async Task DieAsync()
        {
            adapter._isDead = true;
            await session.Connection.CloseAsync();
            throw Died();
        }
    }

    private readonly int _at = atStep;
    private readonly bool _afterwards = afterwards;
}
