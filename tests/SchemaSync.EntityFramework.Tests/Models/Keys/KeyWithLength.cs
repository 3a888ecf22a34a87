namespace Keys.KeyWithLength;

public class Blog
{
    [Key, MaxLength(40)] public string Slug { get; set; } = "";
    [MaxLength(16)] public byte[]? Hash { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
}
