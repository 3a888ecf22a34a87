using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SchemaSync.Engine.Adapters;

/// <summary>Two numbers that the digests of one run begin with: nobody who owns a schema can make it look like another one.</summary>
public readonly record struct DigestKey(long First, long Second)
{
    /// <summary>Another key for each run.</summary>
    public static DigestKey New()
    {
        Span<byte> bytes = stackalloc byte[2 * sizeof(long)];
        RandomNumberGenerator.Fill(bytes);
        return new(BinaryPrimitives.ReadInt64LittleEndian(bytes), BinaryPrimitives.ReadInt64LittleEndian(bytes[sizeof(long)..]));
    }
}

/// <summary>What one question told of many tenants.</summary>
/// <param name="ByName">A text for the schema or database of each name that is there. Equal texts of one run mean that snapshots are equal,
/// also when they come from several places; others mean nothing.</param>
/// <param name="HasOthers">Whether something stands beside them in that place that a run of ours may have made.</param>
public sealed record TenantDigests(IReadOnlyDictionary<Identifier, string> ByName, bool HasOthers);
