using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace SchemaSync.Engine.Snapshots;

/// <summary>A content hash of a snapshot: equal fingerprints mean an empty diff.</summary>
/// <param name="Value">SHA-256 in lower-case hexadecimal, 64 characters.</param>
public readonly record struct Fingerprint(string Value)
{
    /// <summary>The first twelve characters, for people.</summary>
    public string Short => Value.Length > 12 ? Value[..12] : Value;

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>Hashes form, objects and unsupported objects; intents are no state.</summary>
    public static Fingerprint Of(Snapshot snapshot)
    {
        using var hash = new HashingFacetWriter();
        hash.Text("form", snapshot.Form.ToString());
        foreach (var subject in snapshot.Objects.OrderBy(o => o.Kind.Plural, StringComparer.Ordinal).ThenBy(o => o.Name)
            .ThenBy(o => o.Key, StringComparer.Ordinal).ThenBy(o => o is OpaqueObject)) hash.Object(subject);
        foreach (var unsupported in snapshot.Unsupported.OrderBy(u => u.Id.ToString(), StringComparer.Ordinal))
            hash.Text(unsupported.Id.ToString(), unsupported.Reason);
        return new(hash.Finish());
    }

    /// <summary>Hashes a text.</summary>
    public static Fingerprint OfText(string text) => new(Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()))));

    /// <summary>Hashes bytes.</summary>
    public static Fingerprint OfBytes(ReadOnlySpan<byte> bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <summary>The key under which a database's stamp is kept when it was found equal to a target.</summary>
    public static Fingerprint OfEquality(Snapshot target, string database, string toolVersion)
    {
        using var hash = new HashingFacetWriter();
        hash.Text("target", (target.Origin ?? target.Fingerprint).Value);
        hash.Text("database", database);
        hash.Text("tool", toolVersion);
        return new(hash.Finish());
    }

    /// <summary>The key of what a declaration becomes on one server version, made by one version of this tool.</summary>
    public static Fingerprint OfNormalForm(Snapshot declared, string server, string toolVersion)
    {
        using var hash = new HashingFacetWriter();
        hash.Text("declared", Of(declared).Value);
        hash.Text("server", server);
        hash.Text("tool", toolVersion);
        return new(hash.Finish());
    }

    /// <summary>The key under which the declaration is kept that was brought into a server's form last.</summary>
    public static Fingerprint OfLast(string server)
    {
        using var hash = new HashingFacetWriter();
        hash.Text("last", server);
        return new(hash.Finish());
    }

    /// <summary>Feeds facets into a hash; every value is preceded by its length, so that no two lists read alike.</summary>
    private sealed class HashingFacetWriter : FacetWriter, IDisposable
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private byte[] _buffer = new byte[1 << 14];
        private int _filled;

        // The parts that are being hashed; one list for all objects.
        private readonly List<Sorted> _open = [];

        public string Finish()
        {
            Pass();
            return Convert.ToHexStringLower(_hash.GetHashAndReset());
        }

        public void Dispose() => _hash.Dispose();

        public void Object(SchemaObject subject)
        {
            Append(subject.Kind.Name);
            Append(subject is TopLevelObject top ? top.Name.ToString() : subject.LocalName.ToString());
            subject.WriteState(this);
            // Constraints are a set; the order of columns and indexes is state of the table but never a difference.
            var from = _open.Count;
            foreach (var child in subject.Children) _open.Add(new(child.Kind.Plural, child.Key, _open.Count, child));
            CollectionsMarshal.AsSpan(_open)[from..].Sort();
            for (var i = from; i < _open.Count; i++) Object(_open[i].Subject);
            _open.RemoveRange(from, _open.Count - from);
            Append("end");
        }

        public override void Text(string name, string? value)
        {
            if (value is null) return;
            Append(name);
            Append(value);
        }

        public override void Flag(string name, bool value) => Text(name, value ? "yes" : null);

        public override void Number(string name, long? value) =>
            Text(name, value?.ToString(System.Globalization.CultureInfo.InvariantCulture));

        public override void Names(string name, EquatableArray<Identifier> values)
        {
            foreach (var value in values) Text(name, value.Value);
        }

        public override void Texts(string name, EquatableArray<string> values)
        {
            foreach (var value in values) Text(name, value);
        }

        public override void Expression(string name, SqlExpression? value) => Text(name, value?.Canonical);

        public override void Part<T>(string name, T? value) where T : class
        {
            if (value is null) return;
            Append(name);
            value.WriteFacets(this);
        }

        public override void Parts<T>(string name, EquatableArray<T> values)
        {
            foreach (var value in values)
            {
                Append(name);
                value.WriteFacets(this);
            }
        }

        private void Append(string text)
        {
            // In blocks: a call into the library of hashes costs more than a name.
            var needed = 4 + Encoding.UTF8.GetMaxByteCount(text.Length);
            if (_buffer.Length - _filled < needed) Pass();
            if (_buffer.Length < needed) _buffer = new byte[needed];
            var length = Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_filled + 4));
            BinaryPrimitives.WriteInt32LittleEndian(_buffer.AsSpan(_filled), length);
            _filled += 4 + length;
        }

        private void Pass()
        {
            _hash.AppendData(_buffer, 0, _filled);
            _filled = 0;
        }

        private readonly record struct Sorted(string Plural, string Key, int Place, SchemaPart Subject) : IComparable<Sorted>
        {
            public int CompareTo(Sorted other) =>
                string.CompareOrdinal(Plural, other.Plural) is var plural and not 0 ? plural
                    : string.CompareOrdinal(Key, other.Key) is var key and not 0 ? key : Place.CompareTo(other.Place);
        }
    }
}
