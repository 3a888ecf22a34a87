namespace Keys.NullableIdentity;

public class Row
{
    [Key, DatabaseGenerated(DatabaseGeneratedOption.Identity)] public int? Number { get; set; }
    public string Name { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Row> Rows => Set<Row>();
}
