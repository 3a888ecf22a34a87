using System.Diagnostics.CodeAnalysis;

namespace Properties.NullableAttributes;

public class Person
{
    public int Id { get; set; }
    [AllowNull] public string First { get; set; } = "";
    [DisallowNull] public string? Second { get; set; }
    [MaybeNull] public string Third { get; set; } = "";
    [NotNull] public string? Fourth { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();
}
