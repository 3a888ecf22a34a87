namespace Properties.TypesWithoutLength;

public class Sample
{
    public int Id { get; set; }
    [Column(TypeName = "varchar"), MaxLength(50)] public string Name { get; set; } = "";
    [Column(TypeName = "char(3)")] public string Code { get; set; } = "";
    [Column(TypeName = "bigint")] public int Wide { get; set; }
    [Column(TypeName = "text"), MaxLength(20)] public string Text { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Sample> Samples => Set<Sample>();
}
