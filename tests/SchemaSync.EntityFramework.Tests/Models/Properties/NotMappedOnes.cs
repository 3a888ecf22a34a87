namespace Properties.NotMappedOnes;

public class Person
{
    public int Id { get; set; }
    [NotMapped] public string Full { get; set; } = "";
    [NotMapped] public Photo? Photo { get; set; }
    public Ignored? Ignored { get; set; }
    public List<Ignored> More { get; } = [];
}

public class Photo
{
    public int Id { get; set; }
}

[NotMapped]
public class Ignored
{
    public int Id { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();
}
