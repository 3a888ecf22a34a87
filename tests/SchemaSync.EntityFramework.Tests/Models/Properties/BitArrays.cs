using System.Collections;

namespace Properties.BitArrays;

public class Sample
{
    public int Id { get; set; }
    public BitArray Bits { get; set; } = new(8);
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Sample> Samples => Set<Sample>();
}

// EF refuses on Sqlite
