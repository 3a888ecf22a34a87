namespace Tables.TableWithoutSet;

[Table("things")]
public class Thing
{
    public int Id { get; set; }
}

public class Blog
{
    public int Id { get; set; }
    public Thing? Thing { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
}
