namespace Inheritance.TablePerTypeGuid;

[Table("Files")]
public abstract class Item
{
    public Guid Id { get; set; }
    public List<Link> Links { get; } = [];
}

[Table("Pictures")]
public class Picture : Item
{
    public int Width { get; set; }
}

[Table("Texts")]
public class Text : Item
{
    public string Content { get; set; } = "";
}

public class Link
{
    public int Id { get; set; }
    public Item Item { get; set; } = null!;
    public Picture? Thumb { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Item> Items => Set<Item>();
    public DbSet<Picture> Pictures => Set<Picture>();
    public DbSet<Text> Texts => Set<Text>();
    public DbSet<Link> Links => Set<Link>();
}
