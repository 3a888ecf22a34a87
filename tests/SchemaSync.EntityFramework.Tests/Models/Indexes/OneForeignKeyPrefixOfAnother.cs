namespace Indexes.OneForeignKeyPrefixOfAnother;

[PrimaryKey(nameof(Tenant), nameof(Number))]
public class Blog
{
    public int Tenant { get; set; }
    public int Number { get; set; }
}

public class Owner
{
    public int Id { get; set; }
}

public class Post
{
    public int Id { get; set; }
    public int OwnerId { get; set; }
    public int BlogNumber { get; set; }
    [ForeignKey(nameof(OwnerId))] public Owner Owner { get; set; } = null!;
    [ForeignKey("OwnerId,BlogNumber")] public Blog Blog { get; set; } = null!;
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<Owner> Owners => Set<Owner>();
    public DbSet<Post> Posts => Set<Post>();
}
