namespace Relations.CommonBaseNavigation;

public abstract class Entity
{
    public int Id { get; set; }
    public User? CreatedBy { get; set; }
    public int? ChangedById { get; set; }
    public User? ChangedBy { get; set; }
}

public class User
{
    public int Id { get; set; }
}

public class Blog : Entity;

public class Post : Entity
{
    public Blog Blog { get; set; } = null!;
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<User> Users => Set<User>();
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<Post> Posts => Set<Post>();
}
