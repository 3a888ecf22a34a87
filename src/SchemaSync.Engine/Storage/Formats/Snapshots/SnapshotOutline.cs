using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace SchemaSync.Engine.Storage.Formats.Snapshots;

/// <summary>
/// A snapshot file of which the tables were not read: where each is, and the digest of what is written there. A table that a database
/// holds as well is known by that, since one writer gives equal bytes for equal tables; only what differs is read.
/// </summary>
internal sealed class SnapshotOutline
{
    private readonly string _path;
    private readonly IReadOnlyList<TableSlice> _tables;
    private readonly string _fingerprint;

    private SnapshotOutline(string path, OutlineScan scan, FacetReader rest)
    {
        (_path, _tables) = (path, scan.Tables);
        _fingerprint = rest.RequiredText(SnapshotFile.FingerprintMember);
        Rest = SnapshotFile.ReadUnchecked(rest);
        rest.Complete();
        Schemas = scan.Schemas;
        MayNeedOthers = scan.MayNeedOthers || ExternalNeeds.HasAny(Rest);
    }

    /// <summary>The digest of all bytes of the file.</summary>
    public Fingerprint Content { get; private init; }

    /// <summary>Whose spelling it is in.</summary>
    public NormalForm Form => Rest.Form;

    /// <summary>What is no table.</summary>
    public Snapshot Rest { get; }

    /// <summary>The shared schemas that tables are in.</summary>
    public IReadOnlySet<string> Schemas { get; }

    /// <summary>Whether anything in it may refer to something of others.</summary>
    public bool MayNeedOthers { get; }

    /// <summary>The outline of a file; null where it is not what this version writes, or can be read only once: who reads it whole knows
    /// why.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static async Task<SnapshotOutline?> OfAsync(string path, CancellationToken cancellationToken)
    {
        using var scan = new OutlineScan(SnapshotFile.Format);
        using var content = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var isFile = await InputText.PassAsync(path, InputText.MostOfASnapshot, piece =>
        {
            scan.Take(piece.Span);
            content.AppendData(piece.Span);
        }, cancellationToken).ConfigureAwait(false);
        return isFile && scan.End() ? Of(path, scan, new(Convert.ToHexStringLower(content.GetHashAndReset()))) : null;
    }

    private static SnapshotOutline? Of(string path, OutlineScan scan, Fingerprint content)
    {
        try
        {
            if (JsonReader.Parse(Encoding.UTF8.GetString(scan.Rest)) is not JsonObject rest) return null;
            SnapshotFile.Format.VersionOf(rest);
            return new(path, scan, new(SnapshotFile.Format.Content(rest))) { Content = content };
        }
        catch (JsonFormatException)
        {
            return null;
        }
    }

    /// <summary>The whole snapshot, in which every table that is among these is that very object, with what had to be read of it.</summary>
    /// <exception cref="JsonFormatException">What is read of it is not what this version writes, or was written meanwhile.</exception>
    /// <exception cref="IOException">It cannot be read any more.</exception>
    public (Snapshot Whole, IReadOnlyList<TopLevelObject> Read) Resolve(IEnumerable<TopLevelObject> present)
    {
        var known = new Dictionary<TableDigest, Table>();
        var wanted = _tables.Select(t => t.Digest).ToHashSet();
        var writer = new TableDigests();
        foreach (var table in present.OfType<Table>())
        {
            // A target seldom says anything of rights, and a database always does.
            var silent = table.Grants is null ? table : (Table)table.WithGrants(null);
            if (writer.Of(silent) is var digest && wanted.Contains(digest)) known[digest] = silent;
            else if (table.Grants is not null && writer.Of(table) is var spoken && wanted.Contains(spoken)) known[spoken] = table;
        }

        var read = new List<TopLevelObject>(Rest.Objects);
        var tables = new List<Table>(_tables.Count);
        using var file = tables.Capacity > known.Count ? File.OpenHandle(_path, share: FileShare.ReadWrite | FileShare.Delete) : null;
        foreach (var slice in _tables)
        {
            if (!known.TryGetValue(slice.Digest, out var table)) read.Add(table = Read(file!, slice));
            tables.Add(table);
        }

        var snapshot = new Snapshot
        {
            Form = Rest.Form,
            Objects = InOrder(tables).ToEquatableArray(),
            Intents = Rest.Intents,
            Synonyms = Rest.Synonyms,
            Unsupported = Rest.Unsupported,
        };
        return (SnapshotFile.Checked(snapshot, _fingerprint), read);
    }

    // Kind by kind, as they stand in the file.
    private IEnumerable<TopLevelObject> InOrder(IEnumerable<Table> tables)
    {
        bool IsBefore(TopLevelObject o) =>
            o is not OpaqueObject && string.CompareOrdinal(o.Kind.Plural, ObjectKind.Table.Plural) < 0;
        return Rest.Objects.Where(IsBefore).Concat(tables).Concat(Rest.Objects.Where(o => !IsBefore(o)));
    }

    private static Table Read(SafeFileHandle file, TableSlice slice)
    {
        var bytes = new byte[slice.Length];
        var length = RandomAccess.Read(file, bytes, slice.Start);
        if (length != bytes.Length || OutlineScan.DigestOf(bytes, SnapshotFile.Format) != slice.Digest)
            throw new JsonFormatException("it was written while it was read");
        var reader = new FacetReader(JsonReader.Parse(Encoding.UTF8.GetString(bytes)) as JsonObject
            ?? throw new JsonFormatException($"member '{ObjectKind.Table.Plural}' is not an object"));
        var table = (Table)ObjectKind.Table.Read(reader);
        reader.Complete();
        return table;
    }
}

/// <summary>SHA-256 of a table as a snapshot file has it, on one line.</summary>
internal readonly record struct TableDigest(UInt128 First, UInt128 Second)
{
    /// <summary>The digest of bytes.</summary>
    public static TableDigest Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return new(System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash),
            System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash[16..]));
    }
}

/// <summary>Where a table is in a file.</summary>
internal readonly record struct TableSlice(long Start, int Length, TableDigest Digest);

/// <summary>Digests of tables that were read from a database.</summary>
internal sealed class TableDigests
{
    private readonly JsonWriter _json = new(indented: false);
    private byte[] _bytes = new byte[1 << 14];

    /// <summary>The digest of a table.</summary>
    public TableDigest Of(Table table)
    {
        _json.Restart();
        new JsonFacetWriter(_json).Object(table);
        var text = _json.Written;
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_bytes.Length < most) _bytes = new byte[most];
        return TableDigest.Of(_bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, _bytes)));
    }
}
