namespace Tables.UnicodeNames;

public class Größe
{
    public int Id { get; set; }
    public string Äußeres { get; set; } = "";
    public 名前? 名前 { get; set; }
}

public class 名前
{
    public int Id { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Größe> Größen => Set<Größe>();
    public DbSet<名前> 名簿 => Set<名前>();
}
