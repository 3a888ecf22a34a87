namespace Indexes.Keyless;

[Keyless]
[Index(nameof(Name))]
public class Reading
{
    public string Name { get; set; } = "";
    public int Value { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Reading> Readings => Set<Reading>();
}
