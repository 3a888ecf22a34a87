using System.Numerics;

namespace Properties.BigIntegers;

public class Sample
{
    public int Id { get; set; }
    public BigInteger Big { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Sample> Samples => Set<Sample>();
}

// EF refuses on Sqlite
