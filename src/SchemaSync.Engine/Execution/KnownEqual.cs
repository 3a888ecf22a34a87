using System.Text;

namespace SchemaSync.Engine.Execution;

/// <summary>
/// Databases that were found equal to a target, with the stamp their catalogue had then. As long as the stamp is the
/// same nothing has moved, and nothing has to be read.
/// </summary>
internal sealed class KnownEqual(SnapshotStore store, Fingerprint key, bool needsOthers)
{
    private const int Values = 5;

    /// <summary>Under which it is kept.</summary>
    public Fingerprint Key => key;

    /// <summary>Whether the target refers to what is not managed, and so moves with it.</summary>
    public bool NeedsOthers => needsOthers;

    /// <summary>For one target and one tenant's database.</summary>
    public static KnownEqual? Of(SnapshotStore? store, DatabaseAdapter adapter,
        TenantContext tenant, Snapshot target, string toolVersion) =>
        store is null
            ? null
            : new(store, Fingerprint.OfEquality(target, $"{tenant.Provider}\n{adapter.DisplayName(tenant)}\n{tenant.Schema}", toolVersion),
                ExternalNeeds.HasAny(target));

    /// <summary>The stamp the catalogue has now, with what the target needs of others; null where the provider has none.</summary>
    public Task<string?> StampAsync(SchemaInspector inspector, CancellationToken cancellationToken) =>
        needsOthers ? inspector.StampWithOthersAsync(cancellationToken) : inspector.StampAsync(cancellationToken);

    /// <summary>What was left alone when the database with this stamp was found equal; null when it was not.</summary>
    public async Task<EquatableArray<ObjectId>?> FindAsync(string stamp, CancellationToken cancellationToken)
    {
        if (await store.FindStampAsync(key, cancellationToken).ConfigureAwait(false) is not { } kept) return null;
        var lines = kept.Split('\n');
        if (lines[0] != stamp) return null;
        var ids = lines.Skip(1).Where(l => l.Length > 0).Select(l => l.Split('\t')).ToList();
        return ids.TrueForAll(i => i.Length == Values)
            ? [.. ids.Select(i => new ObjectId(ObjectKind.Of(i[0]), new(i[1]), new(i[2]), new(i[3]), i[4].Length == 0 ? null : i[4]))]
                : null;
    }

    /// <summary>Remembers that the database is equal. The stamp has to be older than what was read.</summary>
    public async Task SaveAsync(string stamp, EquatableArray<ObjectId> unmanaged, CancellationToken cancellationToken)
    {
        var text = new StringBuilder(stamp).Append('\n');
        foreach (var id in unmanaged)
        {
            string[] values = [id.Kind.Name, id.Schema.ToString(), id.Owner.ToString(), id.Name.ToString(), id.Signature ?? ""];
            // A name that would break the lines: then it is read again next time.
            if (values.Any(v => v.AsSpan().ContainsAny('\n', '\t'))) return;
            text.AppendJoin('\t', values).Append('\n');
        }

        await store.SaveStampAsync(key, text.ToString(), cancellationToken).ConfigureAwait(false);
    }
}
