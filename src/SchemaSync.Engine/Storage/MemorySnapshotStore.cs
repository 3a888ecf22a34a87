using System.Collections.Concurrent;

namespace SchemaSync.Engine.Storage;

/// <summary>Keeps in this process what the server made of the declaration, and what databases looked like when they were equal: a
/// health check then needs no scratch database and reads nothing that has not moved.</summary>
public sealed class MemorySnapshotStore : SnapshotStore
{
    private readonly ConcurrentDictionary<Fingerprint, Snapshot> _snapshots = new();
    private readonly ConcurrentDictionary<Fingerprint, string> _stamps = new();

    /// <inheritdoc/>
    public override Task<Snapshot?> FindAsync(Fingerprint key, CancellationToken cancellationToken) =>
        Task.FromResult(_snapshots.GetValueOrDefault(key));

    /// <inheritdoc/>
    public override Task SaveAsync(Fingerprint key, Snapshot snapshot, CancellationToken cancellationToken)
    {
        _snapshots[key] = snapshot;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task<string?> FindStampAsync(Fingerprint key, CancellationToken cancellationToken) =>
        Task.FromResult(_stamps.GetValueOrDefault(key));

    /// <inheritdoc/>
    public override Task SaveStampAsync(Fingerprint key, string stamp, CancellationToken cancellationToken)
    {
        _stamps[key] = stamp;
        return Task.CompletedTask;
    }
}
