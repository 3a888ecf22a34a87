using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace SchemaSync.Engine.Storage.Formats.Snapshots;

/// <summary>
/// One walk over the bytes of a snapshot file that understands no more of them than texts and brackets: it checks the seal, which is over
/// what is left without spaces, and finds the tables.
/// </summary>
internal sealed class OutlineScan : IDisposable
{
    private const int InTables = 2;
    private static readonly byte[] SchemaMember = "{\"schema\":\""u8.ToArray(), ExternalMember = "\"external\":["u8.ToArray(),
        ReferenceMember = "\"referencedTable\":\""u8.ToArray();

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> _rest = new(), _table = new();
    private readonly List<TableSlice> _tables = [];
    private readonly HashSet<string> _schemas = new(StringComparer.Ordinal);
    private int _depth;
    private long _start;
    private int _hashed;
    private bool _isTables;
    private bool _isTable;
    private bool _isStrange;

    private readonly ArrayBufferWriter<byte> _left = new();
    private readonly byte[] _head, _member;
    private byte[]? _claimed;
    private long _offset;

    /// <summary>A walk over a text of a format.</summary>
    public OutlineScan(StoredFormat format)
    {
        var json = new JsonWriter(indented: true);
        json.StartObject();
        format.WriteHead(json);
        var before = json.ToString().Length;
        json.String(SealedJson.DigestMember, "");
        var head = json.ToString()[..^1];
        (_head, _member) = (Encoding.UTF8.GetBytes(head), Encoding.UTF8.GetBytes(head[before..]));
    }

    /// <summary>The tables in their order.</summary>
    public IReadOnlyList<TableSlice> Tables => _tables;

    /// <summary>The schemas that tables name as theirs.</summary>
    public IReadOnlySet<string> Schemas => _schemas;

    /// <summary>The text without the tables and without the digest, on one line.</summary>
    public ReadOnlySpan<byte> Rest => _rest.WrittenSpan;

    /// <summary>Whether any table may refer to something of others.</summary>
    public bool MayNeedOthers { get; private set; }

    /// <summary>Takes the next piece of the file, which may end anywhere.</summary>
    public void Take(ReadOnlySpan<byte> piece)
    {
        if (_isStrange) return;
        if (_left.WrittenCount == 0)
        {
            Keep(piece[Walk(piece)..]);
            return;
        }

        _left.Write(piece);
        var all = _left.WrittenSpan.ToArray();
        _left.ResetWrittenCount();
        Keep(all.AsSpan(Walk(all)));
    }

    /// <summary>Whether head, seal and brackets are what this version writes; who reads it whole says what is wrong.</summary>
    public bool End()
    {
        if (_isStrange || _depth != 0 || _claimed is null || _left.WrittenCount > 0) return false;
        Pass();
        return Encoding.UTF8.GetBytes(Convert.ToHexStringLower(_hash.GetHashAndReset())).AsSpan().SequenceEqual(_claimed);
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    /// <summary>The digest of a table that stands by itself; null where its text ends early.</summary>
    public static TableDigest? DigestOf(ReadOnlySpan<byte> table, StoredFormat format)
    {
        using var scan = new OutlineScan(format) { _claimed = [] };
        return scan.Walk(table) == table.Length && !scan._isStrange ? TableDigest.Of(scan.Rest) : null;
    }

    private void Keep(ReadOnlySpan<byte> rest) => _left.Write(rest);

    /// <summary>How many bytes were understood: a text that is not whole waits for the rest.</summary>
    private int Walk(ReadOnlySpan<byte> json)
    {
        var at = _claimed is null ? Head(json) : 0;
        if (_claimed is null) return 0;
        for (; at < json.Length && !_isStrange;)
        {
            switch (json[at])
            {
                case (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t':
                    at++;
                    break;
                case (byte)'"':
                    var length = TextAt(json[at..]);
                    if (length == 0) return Walked(at);
                    if (_depth == 1) _isTables = json.Slice(at, length).SequenceEqual("\"tables\""u8);
                    Put(json.Slice(at, length));
                    at += length;
                    break;
                default:
                    Mark(json.Slice(at, 1), _offset + at);
                    at++;
                    break;
            }
        }

        return Walked(at);
    }

    private int Walked(int count)
    {
        _offset += count;
        return count;
    }

    /// <summary>How long the head is, which goes into the seal without the digest that it holds.</summary>
    private int Head(ReadOnlySpan<byte> file)
    {
        var length = _head.Length + (2 * SHA256.HashSizeInBytes) + 1;
        if (file.Length < length) return 0;
        _isStrange = !file.StartsWith(_head) || file[length - 1] != '"';
        _claimed = file[_head.Length..(length - 1)].ToArray();
        if (_isStrange) return 0;
        Walk(_head.AsSpan(0, _head.Length - _member.Length));
        _offset = 0;
        return length;
    }

    private void Mark(ReadOnlySpan<byte> mark, long at)
    {
        var isBetween = _isTables && _depth == InTables;
        switch (mark[0])
        {
            case (byte)'{' or (byte)'[':
                if (isBetween && mark[0] == '{') Begin(at);
                Put(mark);
                _depth++;
                break;
            case (byte)'}' or (byte)']':
                _depth--;
                Put(mark);
                if (_isTable && _depth == InTables) Finish(at + 1);
                break;
            // Between tables it is a part of the seal and of no table.
            case (byte)',' when isBetween:
                _hash.AppendData(mark);
                break;
            default:
                Put(mark);
                break;
        }
    }

    /// <summary>The length of a text with its quotes; 0 where it ends early.</summary>
    private static int TextAt(ReadOnlySpan<byte> json)
    {
        for (var at = 1; at < json.Length;)
        {
            var next = json[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (next < 0) break;
            at += next + 1;
            if (json[at - 1] == '"') return at;
            at++;
        }

        return 0;
    }

    private void Begin(long start)
    {
        Pass();
        (_isTable, _start) = (true, start);
        _table.ResetWrittenCount();
    }

    private void Finish(long end)
    {
        var table = _table.WrittenSpan;
        _hash.AppendData(table);
        _tables.Add(new(_start, (int)(end - _start), TableDigest.Of(table)));
        if (table.StartsWith(SchemaMember)) Name(table[(SchemaMember.Length - 1)..]);
        MayNeedOthers |= table.IndexOf(ExternalMember) >= 0 || RefersOutside(table);
        _isTable = false;
    }

    private static bool RefersOutside(ReadOnlySpan<byte> table)
    {
        for (int at; (at = table.IndexOf(ReferenceMember)) >= 0;)
        {
            table = table[(at + ReferenceMember.Length)..];
            if (table.IndexOfAny((byte)'"', (byte)'.') is var end && end >= 0 && table[end] == '.') return true;
        }

        return false;
    }

    private void Name(ReadOnlySpan<byte> schema)
    {
        var text = Encoding.UTF8.GetString(schema[..TextAt(schema)]);
        if (JsonReader.Parse(text) is JsonString name) _schemas.Add(name.Value);
    }

    private void Put(ReadOnlySpan<byte> text) => (_isTable ? _table : _rest).Write(text);

    // What is no table goes into the seal where it stands.
    private void Pass()
    {
        _hash.AppendData(_rest.WrittenSpan[_hashed..]);
        _hashed = _rest.WrittenCount;
    }
}
