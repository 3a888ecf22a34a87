namespace Owned.NameOfAnother;

public class Row
{
    public int Id { get; set; }
    public Bill Billing { get; set; } = null!;
    public Place Billing_Home { get; set; } = null!;
}

[Owned]
public class Bill
{
    public Place Home { get; set; } = null!;
}

[Owned]
public class Place
{
    public string Street { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Row> Rows => Set<Row>();
}
