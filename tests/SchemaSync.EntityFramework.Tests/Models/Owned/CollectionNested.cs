namespace Owned.CollectionNested;

[Owned]
public class Line
{
    public string Product { get; set; } = "";
    public List<Note> Notes { get; } = [];
    public Weight Weight { get; set; } = new();
}

[Owned]
public class Note
{
    public string Text { get; set; } = "";
}

[Owned]
public class Weight
{
    public decimal Grams { get; set; }
}

public class Order
{
    public int Id { get; set; }
    public List<Line> Lines { get; } = [];
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();
}
