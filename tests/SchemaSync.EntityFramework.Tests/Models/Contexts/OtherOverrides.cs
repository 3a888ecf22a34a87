namespace Contexts.OtherOverrides;

public class Blog
{
    public int Id { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
    }

    public override int SaveChanges() => base.SaveChanges();
}
