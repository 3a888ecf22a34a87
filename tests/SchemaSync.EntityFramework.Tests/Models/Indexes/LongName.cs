namespace Indexes.LongName;

[Index(nameof(TheVeryLongNameOfAPropertyThatNobodyWouldWrite), nameof(AnotherLongNameOfAPropertyThatNobodyWouldWrite))]
[Index(nameof(TheVeryLongNameOfAPropertyThatNobodyWouldWrite), nameof(AnotherLongNameOfAPropertyThatNobodyWouldWrite), nameof(Id))]
public class Blog
{
    public int Id { get; set; }
    public int TheVeryLongNameOfAPropertyThatNobodyWouldWrite { get; set; }
    public int AnotherLongNameOfAPropertyThatNobodyWouldWrite { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
}
