namespace Indexes.OnKey;

[Index(nameof(Id))]
[Index(nameof(Id), nameof(Url), IsUnique = true)]
public class Blog
{
    public int Id { get; set; }
    public string Url { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
}
