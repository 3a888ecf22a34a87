namespace Relations.SelfOnlyParent;

public class Category
{
    public int Id { get; set; }
    public Category? Parent { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Category> Categories => Set<Category>();
}
