namespace Properties.OddNames;

[Table("a.b")]
public class Sample
{
    [Column("x.y")] public int Id { get; set; }
    [Column("1st")] public int First { get; set; }
    [Column("a-b")] public int Minus { get; set; }
    [Column("per%cent")] public int Percent { get; set; }
    [Column("{0}")] public int Braces { get; set; }
    [Column("it's")] public int Quote { get; set; }
    [Column("back`tick")] public int Tick { get; set; }
    [Column("[brackets]")] public int Brackets { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Sample> Samples => Set<Sample>();
}
