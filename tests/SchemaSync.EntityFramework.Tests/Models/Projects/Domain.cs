namespace Domain;

public abstract class Entity
{
    public int Id { get; set; }
    public DateTime Created { get; set; }
}

[Index(nameof(Url), IsUnique = true)]
public class Blog : Entity
{
    [MaxLength(120)] public string Url { get; set; } = "";
    public string? Title { get; set; }
    public List<Post> Posts { get; } = [];
}

public class Post : Entity
{
    [Column("headline"), StringLength(80)] public required string Title { get; set; }
    public string? Text { get; set; }
    [Precision(5, 2)] public decimal? Rating { get; set; }
    public int BlogId { get; set; }
    public Blog Blog { get; set; } = null!;
    [NotMapped] public string Shown => Title;
    public List<Tag> Tags { get; } = [];
}

public class Tag
{
    public string Id { get; set; } = "";
    public List<Post> Posts { get; } = [];
}

// in another project
using Domain;

namespace Projects.Domain2;

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<Post> Posts => Set<Post>();
}
