namespace Indexes.Descending;

[Index(nameof(Url), nameof(Rating), IsDescending = [false, true])]
[Index(nameof(Rating), AllDescending = true)]
[Index(nameof(Url), nameof(Id), IsDescending = [true, true], IsUnique = true)]
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
