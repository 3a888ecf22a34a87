namespace Relations.DerivedManyToMany;

public class Person
{
    public int Id { get; set; }
}

public class Author : Person
{
    public List<Book> Books { get; } = [];
}

public class Book
{
    public int Id { get; set; }
    public List<Author> Authors { get; } = [];
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();
    public DbSet<Author> Authors => Set<Author>();
    public DbSet<Book> Books => Set<Book>();
}
