namespace Tables.LongUnicode;

[Table("größenverhältnisseüberräumlicheschlüsselwörterfürprüfgeräte")]
public class Size
{
    public int Id { get; set; }
    public Size? Übergeordnet { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Size> Sizes => Set<Size>();
}

// not carried on PostgreSql: SSY0002
