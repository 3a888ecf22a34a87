namespace Relations.ManyToManyNames;

public class Zebra
{
    public int Id { get; set; }
    public List<Ape> Apes { get; } = [];
}

[Table("monkeys")]
public class Ape
{
    [Column("ape_id")] public int Id { get; set; }
    public List<Zebra> Zebras { get; } = [];
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Zebra> Zebras => Set<Zebra>();
    public DbSet<Ape> Apes => Set<Ape>();
}
