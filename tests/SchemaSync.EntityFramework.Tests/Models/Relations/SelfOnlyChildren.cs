namespace Relations.SelfOnlyChildren;

public class Category
{
    public int Id { get; set; }
    public List<Category> Children { get; } = [];
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Category> Categories => Set<Category>();
}
