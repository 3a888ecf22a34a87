namespace Contexts.ConventionsInCode;

public class Blog
{
    public int Id { get; set; }
    public string Url { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<string>().HaveMaxLength(200);
}

// not carried: SSY0036
