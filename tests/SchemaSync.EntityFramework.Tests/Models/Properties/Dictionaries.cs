namespace Properties.Dictionaries;

public class Sample
{
    public int Id { get; set; }
    public Dictionary<string, string> Pairs { get; set; } = [];
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Sample> Samples => Set<Sample>();
}

// EF refuses on Sqlite
// not carried on PostgreSql: SSY0005
