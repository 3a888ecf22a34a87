namespace Apps.Payroll;

public class Company
{
    public int CompanyId { get; set; }
    public string Name { get; set; } = "";
    public virtual ICollection<Department> Departments { get; set; } = [];
    public virtual Employee? Director { get; set; }
    public int? DirectorEmployeeId { get; set; }
}

public class Department
{
    public int DepartmentId { get; set; }
    public int CompanyId { get; set; }
    public virtual Company Company { get; set; } = null!;
    [InverseProperty(nameof(Employee.Department))] public virtual ICollection<Employee> Employees { get; set; } = [];
    public int? HeadId { get; set; }
    [ForeignKey(nameof(HeadId))] public virtual Employee? Head { get; set; }
}

public class Employee
{
    public int EmployeeId { get; set; }
    public string? Name { get; set; }
    public int DepartmentId { get; set; }
    [ForeignKey(nameof(DepartmentId))] public virtual Department Department { get; set; } = null!;
    public virtual Employee? Manager { get; set; }
    public virtual ICollection<Employee> Reports { get; set; } = [];
    public virtual ICollection<Contract> Contracts { get; set; } = [];
    public virtual ICollection<Skill> Skills { get; set; } = [];
}

public class Contract
{
    public int ContractId { get; set; }
    public int EmployeeId { get; set; }
    public DateOnly From { get; set; }
    public DateOnly? To { get; set; }
    [Precision(10, 2)] public decimal Salary { get; set; }
}

public class Skill
{
    [Key, MaxLength(50)] public string Name { get; set; } = "";
    public virtual ICollection<Employee> Employees { get; set; } = [];
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Company> Companies => Set<Company>();
    public DbSet<Department> Departments => Set<Department>();
    public DbSet<Employee> Employees => Set<Employee>();
    public DbSet<Contract> Contracts => Set<Contract>();
    public DbSet<Skill> Skills => Set<Skill>();
}
