namespace Relations.KeyWithTypeNameAsKey;

public class Blog
{
    public int BlogId { get; set; }
    public List<Post> Posts { get; } = [];
}

public class Post
{
    public int PostId { get; set; }
    public int BlogId { get; set; }
    public Blog Blog { get; set; } = null!;
}

public class Comment
{
    public int CommentId { get; set; }
    public int PostPostId { get; set; }
    public Post Post { get; set; } = null!;
    public Blog? Elsewhere { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<Comment> Comments => Set<Comment>();
}
