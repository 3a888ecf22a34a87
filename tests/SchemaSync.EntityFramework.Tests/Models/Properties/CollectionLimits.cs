namespace Properties.CollectionLimits;

public class Sample
{
    public int Id { get; set; }
    [MaxLength(100)] public List<string> Tags { get; set; } = [];
    [MaxLength(8)] public int[] Numbers { get; set; } = [];
    [Column("labels")] public string[] Labels { get; set; } = [];
    [Required] public List<int>? Needed { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Sample> Samples => Set<Sample>();
}
