namespace Keys.IdentityBesideKey;

public class Ticket
{
    public Guid Id { get; set; }
    [DatabaseGenerated(DatabaseGeneratedOption.Identity)] public int Number { get; set; }
    [DatabaseGenerated(DatabaseGeneratedOption.Identity)] public long Serial { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Ticket> Tickets => Set<Ticket>();
}
