namespace Properties.NullableElements;

public class Sample
{
    public int Id { get; set; }
    public int?[] Ints { get; set; } = [];
    public List<string?> Strings { get; set; } = [];
    public List<decimal?>? Decimals { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Sample> Samples => Set<Sample>();
}
