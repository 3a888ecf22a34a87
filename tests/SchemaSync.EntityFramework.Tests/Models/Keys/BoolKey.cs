namespace Keys.BoolKey;

public class Side
{
    public bool Id { get; set; }
    public string Name { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Side> Sides => Set<Side>();
}
