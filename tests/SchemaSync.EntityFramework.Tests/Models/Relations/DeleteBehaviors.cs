namespace Relations.DeleteBehaviors;

public class Blog
{
    public int Id { get; set; }
}

public class Post
{
    public int Id { get; set; }
    [DeleteBehavior(DeleteBehavior.Cascade)] public Blog? Cascade { get; set; }
    [DeleteBehavior(DeleteBehavior.Restrict)] public Blog? Restrict { get; set; }
    [DeleteBehavior(DeleteBehavior.NoAction)] public Blog? NoAction { get; set; }
    [DeleteBehavior(DeleteBehavior.SetNull)] public Blog? SetNull { get; set; }
    [DeleteBehavior(DeleteBehavior.ClientSetNull)] public Blog? ClientSetNull { get; set; }
    [DeleteBehavior(DeleteBehavior.ClientCascade)] public Blog? ClientCascade { get; set; }
    [DeleteBehavior(DeleteBehavior.ClientNoAction)] public Blog? ClientNoAction { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<Post> Posts => Set<Post>();
}
