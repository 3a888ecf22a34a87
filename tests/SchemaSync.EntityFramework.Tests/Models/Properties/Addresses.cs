using System.Net;
using System.Net.NetworkInformation;

namespace Properties.Addresses;

public class Host
{
    public int Id { get; set; }
    public Uri Url { get; set; } = null!;
    public Uri? Other { get; set; }
    public IPAddress Address { get; set; } = null!;
    public IPAddress? Second { get; set; }
    public PhysicalAddress Mac { get; set; } = null!;
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Host> Hosts => Set<Host>();
}
