namespace Keys.IdentityByHand;

[PrimaryKey(nameof(Year), nameof(Number))]
public class Invoice
{
    public int Year { get; set; }
    [DatabaseGenerated(DatabaseGeneratedOption.Identity)] public Guid Number { get; set; }
}

public class Ticket
{
    [DatabaseGenerated(DatabaseGeneratedOption.Identity)] public int Id { get; set; }
    [DatabaseGenerated(DatabaseGeneratedOption.Identity)] public Guid Code { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Invoice> Invoices => Set<Invoice>();
    public DbSet<Ticket> Tickets => Set<Ticket>();
}
