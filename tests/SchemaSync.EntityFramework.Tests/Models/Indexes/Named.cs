namespace Indexes.Named;

[Index(nameof(Url), Name = "ix_url")]
[Index(nameof(Url), nameof(Rating), Name = "Index with spaces", IsUnique = true)]
public class Blog
{
    public int Id { get; set; }
    public string Url { get; set; } = "";
    public int Rating { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
}
