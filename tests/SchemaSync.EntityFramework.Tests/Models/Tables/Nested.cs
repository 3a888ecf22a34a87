namespace Tables.Nested;

public class Blog
{
    public int Id { get; set; }
    public List<Post> Posts { get; } = [];

    public class Post
    {
        public int Id { get; set; }
        public Details Detail { get; set; } = null!;

        public class Details
        {
            public int Id { get; set; }
        }
    }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<Blog.Post> Posts => Set<Blog.Post>();
}
