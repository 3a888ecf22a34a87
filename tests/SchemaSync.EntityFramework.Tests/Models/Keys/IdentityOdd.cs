namespace Keys.IdentityOdd;

public class Order
{
    public int Id { get; set; }
    [DatabaseGenerated(DatabaseGeneratedOption.Identity)] public short Small { get; set; }
    [DatabaseGenerated(DatabaseGeneratedOption.None)] public int Plain { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();
}
