namespace Tables.Namespaces.First
{
    public class Blog
    {
        public int Id { get; set; }
        public Second.Post? Pinned { get; set; }
    }
}

namespace Tables.Namespaces.Second
{
    public class Post
    {
        public int Id { get; set; }
    }

    public class Blog
    {
        public int Id { get; set; }
    }
}

namespace Tables.Namespaces
{
    public class Context(DbContextOptions options) : DbContext(options)
    {
        public DbSet<First.Blog> Blogs => Set<First.Blog>();
        public DbSet<Second.Blog> OtherBlogs => Set<Second.Blog>();
    }
}
