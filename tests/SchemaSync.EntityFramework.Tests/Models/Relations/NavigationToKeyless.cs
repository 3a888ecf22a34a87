namespace Relations.NavigationToKeyless;

[Keyless]
public class Report
{
    public string Title { get; set; } = "";
    public int BlogId { get; set; }
    public Blog Blog { get; set; } = null!;
}

public class Blog
{
    public int Id { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Report> Reports => Set<Report>();
    public DbSet<Blog> Blogs => Set<Blog>();
}
