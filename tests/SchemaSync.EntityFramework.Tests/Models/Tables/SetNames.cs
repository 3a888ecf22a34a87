namespace Tables.SetNames;

public class Blog
{
    public int Id { get; set; }
}

public class Post
{
    public int Id { get; set; }
}

public class Hidden
{
    public int Id { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> TheBlogs { get; set; }
    public virtual DbSet<Post> posts { get; set; } = null!;
    internal DbSet<Hidden> Hiddens => Set<Hidden>();
    public IQueryable<Hidden> Query => Set<Hidden>();
}
