namespace Keys.IdentityString;

public class Ticket
{
    [DatabaseGenerated(DatabaseGeneratedOption.Identity)] public string Id { get; set; } = "";
    [DatabaseGenerated(DatabaseGeneratedOption.Identity)] public DateTime Created { get; set; }
    [DatabaseGenerated(DatabaseGeneratedOption.Identity)] public string? Remark { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Ticket> Tickets => Set<Ticket>();
}
