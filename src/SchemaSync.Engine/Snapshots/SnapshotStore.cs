namespace SchemaSync.Engine;

/// <summary>Keeps snapshots under their fingerprints.</summary>
public abstract class SnapshotStore
{
    /// <summary>The snapshot with that fingerprint, or null.</summary>
    /// <exception cref="SchemaSyncException">SSY0208: what is kept there cannot be read.</exception>
    public abstract Task<Snapshot?> FindAsync(Fingerprint fingerprint, CancellationToken cancellationToken);

    /// <summary>Keeps a snapshot; one with the same fingerprint is replaced.</summary>
    public abstract Task SaveAsync(Snapshot snapshot, CancellationToken cancellationToken);
}

/// <summary>A directory with one file per snapshot.</summary>
public sealed class DirectorySnapshotStore(string directory) : SnapshotStore
{
    /// <inheritdoc/>
    public override async Task<Snapshot?> FindAsync(Fingerprint fingerprint, CancellationToken cancellationToken)
    {
        // Only a fingerprint becomes a file name: a text from elsewhere must not lead out of the directory.
        if (fingerprint.Value.Length != 64 || !fingerprint.Value.All(char.IsAsciiHexDigitLower)) return null;
        var path = PathOf(fingerprint);
        return File.Exists(path) ? await SnapshotFile.LoadAsync(path, cancellationToken).ConfigureAwait(false) : null;
    }

    /// <inheritdoc/>
    public override Task SaveAsync(Snapshot snapshot, CancellationToken cancellationToken) =>
        SnapshotFile.SaveAsync(PathOf(snapshot.Fingerprint), snapshot, cancellationToken);

    private string PathOf(Fingerprint fingerprint) => Path.Combine(directory, fingerprint.Value + ".snapshot.json");
}
