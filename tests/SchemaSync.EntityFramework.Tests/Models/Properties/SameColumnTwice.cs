namespace Properties.SameColumnTwice;

public class Sample
{
    public int Id { get; set; }
    [Column("x")] public int First { get; set; }
    [Column("x")] public int Second { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Sample> Samples => Set<Sample>();
}

// EF refuses
