namespace Domain;

public class Person
{
    private readonly List<Pet> _pets = [];

    private Person()
    {
    }

    [Column] public Guid Id { get; private set; }
    [Required] public string Name { get; private set; } = "";
    public string? Nick { get; init; }
    [MaxLength(20)] public string? Mail { get; private set; }
    [NotMapped] public int Age { get; }
    [NotMapped] public string Shown => Name;
    public string Mine { get; protected set; } = "";
    private string Hidden { get; set; } = "";
    internal string Kept { get; set; } = "";
    public IReadOnlyCollection<Pet> Pets => _pets;
}

public class Pet
{
    public int Id { get; set; }
    public Person Owner { get; set; } = null!;
    public Kind Kind { get; set; }
}

public enum Kind : short { Dog, Cat }

// in another project
using Domain;

namespace Projects.DomainPrivatesSaid;

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();
}
