using System.Security.Cryptography;
using System.Text;

namespace SchemaSync.Engine.Storage.Formats.Snapshots;

/// <summary>
/// A snapshot file of which the tables were not read: where each is, and the digest of what is written there. A table that a database
/// holds as well is known by that, since one writer gives equal bytes for equal tables; only what differs is read.
/// </summary>
internal sealed class SnapshotOutline
{
    private static readonly byte[] ExternalMember = "\"external\": ["u8.ToArray(), ReferenceMember = "\"referencedTable\": \""u8.ToArray();

    private readonly ArraySegment<byte> _file;
    private readonly IReadOnlyList<TableSlice> _tables;
    private readonly string _fingerprint;
    private readonly Snapshot _rest;

    private SnapshotOutline(ArraySegment<byte> file, OutlineScan scan, FacetReader rest)
    {
        (_file, _tables) = (file, scan.Tables);
        _fingerprint = rest.RequiredText(SnapshotFile.FingerprintMember);
        _rest = SnapshotFile.ReadUnchecked(rest);
        rest.Complete();
        Schemas = scan.Schemas;
    }

    /// <summary>Whose spelling it is in.</summary>
    public NormalForm Form => _rest.Form;

    /// <summary>What is no table.</summary>
    public Snapshot Rest => _rest;

    /// <summary>The shared schemas that tables are in.</summary>
    public IReadOnlySet<string> Schemas { get; }

    /// <summary>Whether anything in it may refer to something of others.</summary>
    public bool MayNeedOthers
    {
        get
        {
            var file = _file.AsSpan();
            if (file.IndexOf(ExternalMember) >= 0) return true;
            for (int at; (at = file.IndexOf(ReferenceMember)) >= 0;)
            {
                file = file[(at + ReferenceMember.Length)..];
                if (file.IndexOfAny((byte)'"', (byte)'.') is var end && end >= 0 && file[end] == '.') return true;
            }

            return false;
        }
    }

    /// <summary>The outline of a file; null where it is not what this version writes: who reads it whole knows why.</summary>
    public static SnapshotOutline? Of(ArraySegment<byte> file)
    {
        try
        {
            if (OutlineScan.Of(file, SnapshotFile.Format) is not { } scan) return null;
            if (JsonReader.Parse(Encoding.UTF8.GetString(scan.Rest)) is not JsonObject rest) return null;
            SnapshotFile.Format.VersionOf(rest);
            return new(file, scan, new(SnapshotFile.Format.Content(rest)));
        }
        catch (JsonFormatException)
        {
            return null;
        }
    }

    /// <summary>The whole snapshot, in which every table that is among these is that very object, with what had to be read of it.</summary>
    /// <exception cref="JsonFormatException">What is read of it is not what this version writes.</exception>
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

        var read = new List<TopLevelObject>(_rest.Objects);
        var tables = new List<Table>(_tables.Count);
        foreach (var slice in _tables)
        {
            if (!known.TryGetValue(slice.Digest, out var table)) read.Add(table = Read(slice));
            tables.Add(table);
        }

        var snapshot = new Snapshot
        {
            Form = _rest.Form,
            Objects = InOrder(tables).ToEquatableArray(),
            Intents = _rest.Intents,
            Synonyms = _rest.Synonyms,
            Unsupported = _rest.Unsupported,
        };
        return (SnapshotFile.Checked(snapshot, _fingerprint), read);
    }

    // Kind by kind, as they stand in the file.
    private IEnumerable<TopLevelObject> InOrder(IEnumerable<Table> tables)
    {
        bool IsBefore(TopLevelObject o) =>
            o is not OpaqueObject && string.CompareOrdinal(o.Kind.Plural, ObjectKind.Table.Plural) < 0;
        return _rest.Objects.Where(IsBefore).Concat(tables).Concat(_rest.Objects.Where(o => !IsBefore(o)));
    }

    private Table Read(TableSlice slice)
    {
        var text = Encoding.UTF8.GetString(_file.AsSpan(slice.Start, slice.Length));
        var reader = new FacetReader(JsonReader.Parse(text) as JsonObject
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
internal readonly record struct TableSlice(int Start, int Length, TableDigest Digest);

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
