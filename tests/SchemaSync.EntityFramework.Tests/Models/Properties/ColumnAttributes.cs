namespace Properties.ColumnAttributes;

public class Sample
{
    public int Id { get; set; }
    [Column(Order = 1)] public string First { get; set; } = "";
    [Column(TypeName = "text", Order = 2)] public string Second { get; set; } = "";
    [Comment("third")] public string? Third { get; set; }
    [Required(AllowEmptyStrings = true)] public string? Fourth { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Sample> Samples => Set<Sample>();
}
