namespace Properties.ByteCollections;

public class Sample
{
    public int Id { get; set; }
    public List<byte> Bytes { get; set; } = [];
    public List<byte[]> Blobs { get; set; } = [];
    public char[] Chars { get; set; } = [];
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Sample> Samples => Set<Sample>();
}
