namespace Properties.KeywordNames;

public class @event
{
    public int Id { get; set; }
    public string @class { get; set; } = "";
    public @event? @base { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<@event> @events => Set<@event>();
}
