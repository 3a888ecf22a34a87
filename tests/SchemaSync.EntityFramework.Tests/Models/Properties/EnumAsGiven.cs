namespace Properties.EnumAsGiven;

public enum Colour { Red, Green }

public class Sample
{
    public int Id { get; set; }
    [Column(TypeName = "bigint")] public Colour Wide { get; set; }
    [Column("colour")] public Colour? Named { get; set; }
    [MaxLength(10)] public Colour Long { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Sample> Samples => Set<Sample>();
}
