namespace Inheritance.RequiredOnDerived;

public class Blog
{
    public int Id { get; set; }
}

public class RssBlog : Blog
{
    [Required, MaxLength(50)] public string RssUrl { get; set; } = "";
    public required DateTime Since { get; set; }
    [Required] public Person Owner { get; set; } = null!;
}

public class Person
{
    public int Id { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<RssBlog> RssBlogs => Set<RssBlog>();
}
