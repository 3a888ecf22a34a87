namespace Properties.Accessors;

public class Person
{
    private string _secret = "";
    public int Id { get; private set; }
    public string Name { get; init; } = "";
    public string Mail { get; protected set; } = "";
    public string Phone { get; internal set; } = "";
    public string Upper => Name.ToUpperInvariant();
    public int Length { get; }
    public string OnlySet { set => _secret = value; }
    public int this[int at] => at;
    public string this[string at] { get => at; set { } }
    public static string Shared { get; set; } = "";
    public string Field = "";
    public const string Constant = "";
    public readonly int ReadOnlyField;
    internal string Hidden { get; set; } = "";
    private string Own { get; set; } = "";
    protected string Kept { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();
}
