namespace Relations.OneToOneKeyOnPrincipal;

public class Student
{
    public int Id { get; set; }
    public int? AddressId { get; set; }
    public Address? Address { get; set; }
}

public class Address
{
    public int Id { get; set; }
    public string City { get; set; } = "";
    public Student? Student { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Student> Students => Set<Student>();
    public DbSet<Address> Addresses => Set<Address>();
}
