using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Contexts.ConfigurationClasses;

[EntityTypeConfiguration(typeof(BlogConfiguration))]
public class Blog
{
    public int Id { get; set; }
    public string Url { get; set; } = "";
}

public class BlogConfiguration : IEntityTypeConfiguration<Blog>
{
    public void Configure(EntityTypeBuilder<Blog> builder) => builder.ToTable("web_logs");
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
}

// not carried: SSY0036
