namespace Relations.TwoForeignKeysOneProperty;

public class Blog
{
    public int Id { get; set; }
}

public class Post
{
    public int Id { get; set; }
    public int BlogId { get; set; }
    [ForeignKey(nameof(BlogId))] public Blog First { get; set; } = null!;
    [ForeignKey(nameof(BlogId))] public Blog Second { get; set; } = null!;
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<Post> Posts => Set<Post>();
}

// EF refuses
