namespace Keys.IdentityInComposite;

[PrimaryKey(nameof(Tenant), nameof(Number))]
public class Order
{
    public int Tenant { get; set; }
    [DatabaseGenerated(DatabaseGeneratedOption.Identity)] public int Number { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();
}
