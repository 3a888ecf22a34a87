namespace Indexes.ForeignKeyIsKeyPrefix;

[PrimaryKey(nameof(BlogId), nameof(Number))]
public class Post
{
    public int BlogId { get; set; }
    public int Number { get; set; }
    public Blog Blog { get; set; } = null!;
}

[PrimaryKey(nameof(Number), nameof(BlogId))]
public class Page
{
    public int BlogId { get; set; }
    public int Number { get; set; }
    public Blog Blog { get; set; } = null!;
}

public class Blog
{
    public int Id { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<Page> Pages => Set<Page>();
    public DbSet<Blog> Blogs => Set<Blog>();
}
