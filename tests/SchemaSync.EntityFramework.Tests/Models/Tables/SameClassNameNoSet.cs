namespace Tables.SameClassNameNoSet.First
{
    public class Detail
    {
        public int Id { get; set; }
    }
}

namespace Tables.SameClassNameNoSet.Second
{
    public class Detail
    {
        public int Id { get; set; }
    }
}

namespace Tables.SameClassNameNoSet
{
    public class Blog
    {
        public int Id { get; set; }
        public First.Detail? One { get; set; }
        public Second.Detail? Two { get; set; }
    }

    public class Context(DbContextOptions options) : DbContext(options)
    {
        public DbSet<Blog> Blogs => Set<Blog>();
    }
}

// EF refuses
