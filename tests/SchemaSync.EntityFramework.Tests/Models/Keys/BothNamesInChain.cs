namespace Keys.BothNamesInChain;

public class Base
{
    public int BaseId { get; set; }
}

public class Middle : Base
{
    public string Name { get; set; } = "";
}

public class Last : Middle
{
    public int LastId { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Last> Lasts => Set<Last>();
    public DbSet<Base> Bases => Set<Base>();
}
