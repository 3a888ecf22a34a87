namespace Properties.Unicodes;

public class Book
{
    public int Id { get; set; }
    public string Title { get; set; } = "";
    [Unicode(false), MaxLength(22)] public string Isbn { get; set; } = "";
    [Unicode] public string? Note { get; set; }
    [Unicode(false)] public string? Ascii { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Book> Books => Set<Book>();
}
