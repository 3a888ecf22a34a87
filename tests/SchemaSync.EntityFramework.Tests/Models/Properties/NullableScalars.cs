namespace Properties.NullableScalars;

public class Sample
{
    public int Id { get; set; }
    public bool? Bool { get; set; }
    public byte? Byte { get; set; }
    public sbyte? SByte { get; set; }
    public short? Short { get; set; }
    public ushort? UShort { get; set; }
    public int? Int { get; set; }
    public uint? UInt { get; set; }
    public long? Long { get; set; }
    public ulong? ULong { get; set; }
    public float? Float { get; set; }
    public double? Double { get; set; }
    public decimal? Decimal { get; set; }
    public char? Char { get; set; }
    public string? String { get; set; }
    public byte[]? Bytes { get; set; }
    public Guid? Guid { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Sample> Samples => Set<Sample>();
}
