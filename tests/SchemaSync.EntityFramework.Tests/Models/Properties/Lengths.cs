namespace Properties.Lengths;

public class Person
{
    public int Id { get; set; }
    [MaxLength(500)] public string Name { get; set; } = "";
    [StringLength(20)] public string? Code { get; set; }
    [StringLength(40, MinimumLength = 2)] public string Title { get; set; } = "";
    [MaxLength] public string Text { get; set; } = "";
    [MinLength(2)] public string Minimum { get; set; } = "";
    [MaxLength(64)] public byte[]? Hash { get; set; }
    [Length(1, 30)] public string Both { get; set; } = "";
    [MaxLength(10), Column("short")] public string? Short { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();
}
