namespace Relations.TwoOneSided;

public class User
{
    public int Id { get; set; }
}

public class Post
{
    public int Id { get; set; }
    public int AuthorId { get; set; }
    public User Author { get; set; } = null!;
    public int? ReviewerId { get; set; }
    public User? Reviewer { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<User> Users => Set<User>();
    public DbSet<Post> Posts => Set<Post>();
}
