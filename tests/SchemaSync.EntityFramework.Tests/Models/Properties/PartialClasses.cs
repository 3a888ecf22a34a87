namespace Properties.PartialClasses;

public partial class Person
{
    public int Id { get; set; }
    public partial string Name { get; set; }
    public string Field { get => field; set => field = value.Trim(); } = "";
}

public partial class Person
{
    private string _name = "";
    [MaxLength(30)] public partial string Name { get => _name; set => _name = value; }
    public string? Mail { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();
}
