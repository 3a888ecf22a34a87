namespace Contexts.ConfigurationOfGeneric;

public class Tag<TOwner>
{
    public int OwnerId { get; set; }
    public TOwner Owner { get; set; } = default!;
    public string Word { get; set; } = "";
}

public class Book
{
    public int Id { get; set; }
    public List<Tag<Book>> Tags { get; } = [];
}

public class Film
{
    public int Id { get; set; }
    public List<Tag<Film>> Tags { get; } = [];
}

[SchemaSync.SchemaConfiguration(typeof(Tag<>)), SchemaSync.PrimaryKey("OwnerId", "Word")]
internal sealed class TagConfiguration
{
    [StringLength(30)] public string? Word { get; set; }
}

[SchemaSync.SchemaConfiguration(typeof(Tag<Film>)), Table("film_tags")]
internal sealed class FilmTagConfiguration;

[SchemaSync.SchemaConfiguration(typeof(Tag<Book>)), Table("book_tags")]
internal sealed class BookTagConfiguration;

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Book> Books => Set<Book>();
    public DbSet<Film> Films => Set<Film>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Tag<Book>>(t => Configure(t, "book_tags"));
        modelBuilder.Entity<Tag<Film>>(t => Configure(t, "film_tags"));
    }

    private static void Configure<T>(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<Tag<T>> tag, string table)
    {
        tag.ToTable(table).HasKey(t => new { t.OwnerId, t.Word });
        tag.Property(t => t.Word).HasMaxLength(30);
    }
}
