namespace Tables.Keywords;

[Table("select")]
public class Order
{
    public int Id { get; set; }
    public string Group { get; set; } = "";
    [Column("from")] public int? Table { get; set; }
    public User? User { get; set; }
}

[Table("user")]
public class User
{
    public int Id { get; set; }
    [Column("order")] public int Order { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();
    public DbSet<User> Users => Set<User>();
}
