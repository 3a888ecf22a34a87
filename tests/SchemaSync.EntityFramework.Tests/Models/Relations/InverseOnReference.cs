namespace Relations.InverseOnReference;

public class User
{
    public int Id { get; set; }
    public List<Post> Written { get; } = [];
}

public class Post
{
    public int Id { get; set; }
    [InverseProperty(nameof(User.Written))] public User Author { get; set; } = null!;
    public User? Reviewer { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<User> Users => Set<User>();
    public DbSet<Post> Posts => Set<Post>();
}
