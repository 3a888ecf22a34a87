namespace Keys.GenericKey;

public abstract class Entity<TKey>
{
    public required TKey Id { get; set; }
}

public class Blog : Entity<Guid>
{
    public string Url { get; set; } = "";
}

public class Post : Entity<int>;

public class Tag : Entity<string>;

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<Tag> Tags => Set<Tag>();
}
