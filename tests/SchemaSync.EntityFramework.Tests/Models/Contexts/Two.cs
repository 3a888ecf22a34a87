namespace Contexts.Two;

public class Blog
{
    public int Id { get; set; }
}

public class Person
{
    public int Id { get; set; }
}

public class Blogging(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
}

public class Staff(DbContextOptions options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();
}
