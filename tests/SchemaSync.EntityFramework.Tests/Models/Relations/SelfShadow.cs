namespace Relations.SelfShadow;

public class Category
{
    public int CategoryId { get; set; }
    public Category? Parent { get; set; }
    public ICollection<Category> Children { get; } = [];
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Category> Categories => Set<Category>();
}
