namespace Properties.CollectionInterfaces;

public class Sample
{
    public int Id { get; set; }
    public IList<int> Ints { get; set; } = [];
    public ICollection<string> Strings { get; set; } = [];
    public IEnumerable<int> Sequence { get; set; } = [];
    public IReadOnlyList<int> Fixed { get; set; } = [];
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Sample> Samples => Set<Sample>();
}
