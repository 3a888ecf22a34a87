using System.Net;

namespace Properties.Networks;

public class Sample
{
    public int Id { get; set; }
    public IPNetwork Network { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Sample> Samples => Set<Sample>();
}

// EF refuses on Sqlite
