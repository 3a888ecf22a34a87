namespace Inheritance.DerivedNavigations;

public class Blog
{
    public int Id { get; set; }
}

public class PaidBlog : Blog
{
    public int OwnerId { get; set; }
    public Person Owner { get; set; } = null!;
    public List<Invoice> Invoices { get; } = [];
}

public class Person
{
    public int Id { get; set; }
}

public class Invoice
{
    public int Id { get; set; }
    public PaidBlog Blog { get; set; } = null!;
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<PaidBlog> PaidBlogs => Set<PaidBlog>();
}
