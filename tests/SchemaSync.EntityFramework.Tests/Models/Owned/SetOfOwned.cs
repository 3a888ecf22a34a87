namespace Owned.SetOfOwned;

[Owned]
public class Address
{
    public int Id { get; set; }
    public string Street { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Address> Addresses => Set<Address>();
}
