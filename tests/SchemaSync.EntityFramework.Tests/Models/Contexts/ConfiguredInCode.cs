namespace Contexts.ConfiguredInCode;

public class Blog
{
    public int Id { get; set; }
    public string Url { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.Entity<Blog>().Property(b => b.Url).HasMaxLength(80);
}

// not carried: SSY0036
