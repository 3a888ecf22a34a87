namespace Relations.ManyCollectionsOneSided;

public class Shop
{
    public int Id { get; set; }
    public List<Item> Current { get; } = [];
    public List<Item> Former { get; } = [];
}

public class Item
{
    public int Id { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Shop> Shops => Set<Shop>();
    public DbSet<Item> Items => Set<Item>();
}
