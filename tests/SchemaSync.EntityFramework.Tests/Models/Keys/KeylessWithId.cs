namespace Keys.KeylessWithId;

[Keyless]
public class Reading
{
    public int Id { get; set; }
    public double? Value { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Reading> Readings => Set<Reading>();
}
