using System.Security.Cryptography;
using System.Text;

namespace SchemaSync.Engine.Storage.Formats;

/// <summary>
/// A sealed text on its way to a file. The digest stands before what it is over, so all of it is held: on one line and in UTF-8, which is
/// a quarter of the string. It is laid out while it is copied.
/// </summary>
internal sealed class SealedText
{
    private readonly byte[] _head;
    private readonly int _skipped;
    private readonly List<ArraySegment<byte>> _chunks;

    /// <summary>Holds the content of a format.</summary>
    public SealedText(StoredFormat format, Action<JsonWriter> content)
    {
        using var compact = new Collector();
        var json = new JsonWriter(compact);
        json.StartObject();
        format.WriteHead(json);
        json.Flush();
        _skipped = compact.Length;
        content(json);
        json.EndObject();
        json.Flush();
        var head = new JsonWriter(indented: true);
        head.StartObject();
        format.WriteHead(head);
        head.String(SealedJson.DigestMember, compact.Digest());
        _head = Encoding.UTF8.GetBytes(head.ToString());
        _chunks = compact.Chunks;
    }

    /// <summary>Writes it indented, with line feeds.</summary>
    public void CopyTo(Stream stream)
    {
        stream.Write(_head);
        var layout = new JsonLayout(stream);
        var skipped = _skipped;
        foreach (var chunk in _chunks)
        {
            var part = chunk.AsSpan();
            var before = Math.Min(skipped, part.Length);
            skipped -= before;
            layout.Write(part[before..]);
        }

        layout.End();
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        using var stream = new MemoryStream();
        CopyTo(stream);
        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    /// <summary>UTF-8 in pieces, with the digest over all of it. Surrogates are escaped, so no piece ends inside one.</summary>
    private sealed class Collector : TextWriter
    {
        private const int Size = 1 << 16, Widest = 4;
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private byte[] _open = new byte[Size];
        private int _filled;

        public List<ArraySegment<byte>> Chunks { get; } = [];

        public int Length { get; private set; }

        public override Encoding Encoding => Encoding.UTF8;

        public string Digest()
        {
            Keep();
            return Convert.ToHexStringLower(_hash.GetHashAndReset());
        }

        public override void Write(char value) => Write([value], 0, 1);

        public override void Write(char[] buffer, int index, int count)
        {
            var text = buffer.AsSpan(index, count);
            while (text.Length > 0)
            {
                if (Size - _filled < Widest) Keep();
                Encoding.UTF8.GetEncoder().Convert(text, _open.AsSpan(_filled), true, out var used, out var written, out _);
                text = text[used..];
                _filled += written;
                Length += written;
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) _hash.Dispose();
            base.Dispose(disposing);
        }

        private void Keep()
        {
            _hash.AppendData(_open, 0, _filled);
            Chunks.Add(new(_open, 0, _filled));
            (_open, _filled) = (new byte[Size], 0);
        }
    }
}
