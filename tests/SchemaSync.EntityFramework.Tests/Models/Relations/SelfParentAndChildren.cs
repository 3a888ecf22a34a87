namespace Relations.SelfParentAndChildren;

public class Employee
{
    public int Id { get; set; }
    public int? ManagerId { get; set; }
    public Employee? Manager { get; set; }
    public List<Employee> Reports { get; } = [];
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Employee> Employees => Set<Employee>();
}
