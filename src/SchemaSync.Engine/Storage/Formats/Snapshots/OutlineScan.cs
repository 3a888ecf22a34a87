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
    private static readonly byte[] SchemaMember = "{\"schema\":\""u8.ToArray();

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> _rest = new(), _table = new();
    private readonly List<TableSlice> _tables = [];
    private readonly HashSet<string> _schemas = new(StringComparer.Ordinal);
    private int _depth;
    private int _start;
    private int _hashed;
    private bool _isTables;
    private bool _isTable;
    private bool _isStrange;

    private OutlineScan()
    {
    }

    /// <summary>The tables in their order.</summary>
    public IReadOnlyList<TableSlice> Tables => _tables;

    /// <summary>The schemas that tables name as theirs.</summary>
    public IReadOnlySet<string> Schemas => _schemas;

    /// <summary>The text without the tables and without the digest, on one line.</summary>
    public ReadOnlySpan<byte> Rest => _rest.WrittenSpan;

    /// <summary>Walks over a file; null where its head, its seal or its brackets are not what this version writes.</summary>
    public static OutlineScan? Of(ReadOnlySpan<byte> file, StoredFormat format)
    {
        var (head, digest) = Head(format);
        if (!file.StartsWith(head) || file.Length < head.Length + digest.Length) return null;
        var claimed = file.Slice(head.Length, digest.Length);
        using var scan = new OutlineScan();
        return scan.Walk(file, head, head.Length + digest.Length, claimed) ? scan : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    private static (byte[] Head, byte[] Digest) Head(StoredFormat format)
    {
        var digest = SealedJson.Digest("");
        var json = new JsonWriter(indented: true);
        json.StartObject();
        format.WriteHead(json);
        json.String(SealedJson.DigestMember, digest);
        var text = json.ToString();
        return (Encoding.UTF8.GetBytes(text[..^(digest.Length + 1)]), Encoding.UTF8.GetBytes(digest));
    }

    private bool Walk(ReadOnlySpan<byte> file, ReadOnlySpan<byte> head, int end, ReadOnlySpan<byte> claimed)
    {
        var member = Encoding.UTF8.GetBytes($",\n  \"{SealedJson.DigestMember}\": \"");
        // The head without the digest, then what follows it.
        Compact(file[..(head.Length - member.Length)], 0);
        if (file[end] != '"') return false;
        Compact(file[(end + 1)..], end + 1);
        if (_isStrange || _depth != 0) return false;
        Pass();
        return Encoding.UTF8.GetBytes(Convert.ToHexStringLower(_hash.GetHashAndReset())).AsSpan().SequenceEqual(claimed);
    }

    private void Compact(ReadOnlySpan<byte> json, int offset)
    {
        for (var at = 0; at < json.Length && !_isStrange;)
        {
            switch (json[at])
            {
                case (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t':
                    at++;
                    break;
                case (byte)'"':
                    var length = TextAt(json[at..]);
                    if (_depth == 1) _isTables = json.Slice(at, length).SequenceEqual("\"tables\""u8);
                    Put(json.Slice(at, length));
                    at += length;
                    break;
                default:
                    Mark(json.Slice(at, 1), offset + at);
                    at++;
                    break;
            }
        }
    }

    private void Mark(ReadOnlySpan<byte> mark, int at)
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
                if (_isTable && _depth == InTables) End(at + 1);
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

    private int TextAt(ReadOnlySpan<byte> json)
    {
        for (var at = 1; at < json.Length;)
        {
            var next = json[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (next < 0) break;
            at += next + 1;
            if (json[at - 1] == '"') return at;
            at++;
        }

        _isStrange = true;
        return json.Length;
    }

    private void Begin(int start)
    {
        Pass();
        (_isTable, _start) = (true, start);
        _table.ResetWrittenCount();
    }

    private void End(int end)
    {
        var table = _table.WrittenSpan;
        _hash.AppendData(table);
        _tables.Add(new(_start, end - _start, TableDigest.Of(table)));
        if (table.StartsWith(SchemaMember)) Keep(table[(SchemaMember.Length - 1)..]);
        _isTable = false;
    }

    private void Keep(ReadOnlySpan<byte> schema)
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
