namespace Keys.ComputedByDatabase;

public class Ticket
{
    public int Id { get; set; }
    [DatabaseGenerated(DatabaseGeneratedOption.Computed)] public DateTime Changed { get; set; }
    [DatabaseGenerated(DatabaseGeneratedOption.Computed)] public int Version { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Ticket> Tickets => Set<Ticket>();
}
