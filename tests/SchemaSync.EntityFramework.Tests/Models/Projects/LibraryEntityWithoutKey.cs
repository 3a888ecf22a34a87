namespace Domain;

public class Reading
{
    public int Meter { get; set; }
    public decimal Value { get; set; }
}

// in another project
using Domain;

namespace Projects.LibraryEntityWithoutKey;

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Reading> Readings => Set<Reading>();
}

// EF refuses
