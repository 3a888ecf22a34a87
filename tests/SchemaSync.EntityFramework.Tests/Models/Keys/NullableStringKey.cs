#nullable disable

namespace Keys.NullableStringKey;

public class Blog
{
    public string Id { get; set; }
    public string Url { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
}
