namespace Keys.ComputedKey;

public class Ticket
{
    [DatabaseGenerated(DatabaseGeneratedOption.Computed)] public int Id { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Ticket> Tickets => Set<Ticket>();
}

// EF refuses
