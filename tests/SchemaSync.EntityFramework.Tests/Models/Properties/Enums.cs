namespace Properties.Enums;

public enum Colour { Red, Green }
public enum Small : byte { One, Two }
public enum Large : long { One, Two }
[Flags] public enum Days { None = 0, Monday = 1, Tuesday = 2 }
public enum Unsigned : uint { One }

public class Sample
{
    public int Id { get; set; }
    public Colour Colour { get; set; }
    public Colour? Maybe { get; set; }
    public Small Small { get; set; }
    public Large? Large { get; set; }
    public Days Days { get; set; }
    public Unsigned Unsigned { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Sample> Samples => Set<Sample>();
}
