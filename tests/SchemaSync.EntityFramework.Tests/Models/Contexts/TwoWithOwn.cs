namespace Contexts.TwoWithOwn;

public class Blog
{
    public int Id { get; set; }
    public Theme? Theme { get; set; }
}

public class Theme
{
    public int Id { get; set; }
}

public class Person
{
    public int Id { get; set; }
    public List<Team> Teams { get; } = [];
}

public class Team
{
    public int Id { get; set; }
    public List<Person> People { get; } = [];
}

public class Blogging(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<Theme> Themes => Set<Theme>();
}

public class Staff(DbContextOptions options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();
}
