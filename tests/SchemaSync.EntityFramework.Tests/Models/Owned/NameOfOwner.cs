namespace Owned.NameOfOwner;

public class Row
{
    public int Id { get; set; }
    public Address Address { get; set; } = null!;
    public string Address_Street { get; set; } = "";
    public int? Home_Floor { get; set; }
    public Flat Home { get; set; } = null!;
}

[Owned]
public class Address
{
    public string Street { get; set; } = "";
}

[Owned]
public class Flat
{
    public string? Floor { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Row> Rows => Set<Row>();
}
