using System.Text;

namespace SchemaSync.Engine.Storage;

/// <summary>Keeps snapshots under keys: their fingerprints, or what they were made from.</summary>
public abstract class SnapshotStore
{
    /// <summary>The snapshot under that key; null where there is none, or none that can be read: then it is made again.</summary>
    public abstract Task<Snapshot?> FindAsync(Fingerprint key, CancellationToken cancellationToken);

    /// <summary>Keeps a snapshot; what was under the key before is replaced.</summary>
    public abstract Task SaveAsync(Fingerprint key, Snapshot snapshot, CancellationToken cancellationToken);

    /// <summary>What a database looked like when it was found equal to a target, as text; null where nothing is kept.</summary>
    public virtual Task<string?> FindStampAsync(Fingerprint key, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>Keeps such a text; a store that keeps none may leave it out.</summary>
    public virtual Task SaveStampAsync(Fingerprint key, string stamp, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>
/// A directory with one file per snapshot, beside the build output. It only saves work: what cannot be read there is made and written
/// again, and what cannot be written is not kept.
/// </summary>
public sealed class DirectorySnapshotStore(string directory) : SnapshotStore
{
    /// <inheritdoc/>
    public override async Task<Snapshot?> FindAsync(Fingerprint key, CancellationToken cancellationToken)
    {
        // Only a fingerprint becomes a file name: a text from elsewhere must not lead out of the directory.
        if (key.Value.Length != 64 || !key.Value.All(char.IsAsciiHexDigitLower)) return null;
        try
        {
            return File.Exists(PathOf(key)) ? await SnapshotFile.LoadAsync(PathOf(key), cancellationToken).ConfigureAwait(false) : null;
        }
        catch (SchemaSyncException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public override Task SaveAsync(Fingerprint key, Snapshot snapshot, CancellationToken cancellationToken) =>
        WriteAsync(PathOf(key), SnapshotFile.TextOf(snapshot).CopyTo, cancellationToken);

    /// <inheritdoc/>
    public override async Task<string?> FindStampAsync(Fingerprint key, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(StampOf(key), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Without one the database is read, which is right as well.
            return null;
        }
    }

    /// <inheritdoc/>
    public override Task SaveStampAsync(Fingerprint key, string stamp, CancellationToken cancellationToken) =>
        WriteAsync(StampOf(key), stream => stream.Write(Encoding.UTF8.GetBytes(stamp)), cancellationToken);

    private static async Task WriteAsync(string path, Action<Stream> write, CancellationToken cancellationToken)
    {
        try
        {
            await AtomicFile.WriteAsync(path, write, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next run does the work again, which is right as well.
        }
    }

    private string StampOf(Fingerprint key) => Path.Combine(directory, key.Value + ".stamp");

    private string PathOf(Fingerprint key) => Path.Combine(directory, key.Value + ".snapshot.json");
}
