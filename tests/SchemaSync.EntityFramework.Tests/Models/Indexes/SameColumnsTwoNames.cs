namespace Indexes.SameColumnsTwoNames;

[Index(nameof(Url), Name = "first")]
[Index(nameof(Url), Name = "second", AllDescending = true)]
public class Blog
{
    public int Id { get; set; }
    public string Url { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
}
