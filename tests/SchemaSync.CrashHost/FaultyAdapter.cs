using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace SchemaSync.CrashHost;

/// <summary>The real adapter; its sessions that write tell the fault of every call.</summary>
internal sealed class FaultyAdapter(DatabaseAdapter real, Fault fault) : DatabaseAdapter
{
    private const int InstructionsPerPortion = 1000;

    public override string Provider => real.Provider;

    public override Dialect OfflineDialect => real.OfflineDialect;

    public override async Task<DatabaseSession> OpenAsync(TenantContext tenant, SessionAccess access, CancellationToken cancellationToken)
    {
        var session = await real.OpenAsync(tenant, access, cancellationToken);
        if (access == SessionAccess.Read) return session;
        if (session.Connection is SqliteConnection sqlite)
            SQLitePCL.raw.sqlite3_progress_handler(sqlite.Handle, InstructionsPerPortion, _ => fault.Worked(), null);
        return new FaultySession(session, fault);
    }

    public override Task<DatabaseSession> OpenScratchAsync(TenantContext tenant, CancellationToken cancellationToken) =>
        real.OpenScratchAsync(tenant, cancellationToken);

    public override TenantPlace PlaceOf(TenantContext tenant) => real.PlaceOf(tenant);

    public override TenantContext At(TenantContext tenant, TenantPlace place) => real.At(tenant, place);

    public override string DisplayName(TenantContext tenant) => real.DisplayName(tenant);

    public override Diagnostic? Explain(TenantContext tenant, Exception exception) => real.Explain(tenant, exception);

    private sealed class FaultySession(DatabaseSession real, Fault fault) : DatabaseSession
    {
        public override Dialect Dialect => real.Dialect;

        public override SchemaInspector Inspector { get; } = new FaultyInspector(real.Inspector, fault);

        public override MigrationRunner Runner { get; } = new FaultyRunner(real.Runner, fault);

        public override DbConnection Connection => real.Connection;

        public override ValueTask DisposeAsync() => real.DisposeAsync();
    }

    private sealed class FaultyInspector(SchemaInspector real, Fault fault) : SchemaInspector
    {
        public override Task<Snapshot> InspectAsync(CancellationToken cancellationToken)
        {
            fault.Call();
            return real.InspectAsync(cancellationToken);
        }

        public override Task CheckBodiesAsync(CancellationToken cancellationToken)
        {
            fault.Call();
            return real.CheckBodiesAsync(cancellationToken);
        }
    }

    private sealed class FaultyRunner(MigrationRunner real, Fault fault) : MigrationRunner
    {
        public override Task LockAsync(TimeSpan timeout, CancellationToken cancellationToken)
        {
            fault.Call();
            return real.LockAsync(timeout, cancellationToken);
        }

        public override Task BeginAsync(TransactionMode mode, CancellationToken cancellationToken)
        {
            fault.Call();
            return real.BeginAsync(mode, cancellationToken);
        }

        public override Task ExecuteAsync(Step step, CancellationToken cancellationToken)
        {
            fault.Call();
            return real.ExecuteAsync(step, cancellationToken);
        }

        public override Task<IReadOnlyList<string>> SampleAsync(string sql, int limit, CancellationToken cancellationToken) =>
            real.SampleAsync(sql, limit, cancellationToken);

        public override Task CommitAsync(CancellationToken cancellationToken)
        {
            fault.Call();
            return real.CommitAsync(cancellationToken);
        }

        public override async Task CompleteAsync(CancellationToken cancellationToken)
        {
            fault.Call();
            // From here on the test may kill at a moment of its own.
            await Console.Out.WriteLineAsync("committing");
            await real.CompleteAsync(cancellationToken);
            fault.Call();
        }

        public override ValueTask DisposeAsync() => real.DisposeAsync();
    }
}
