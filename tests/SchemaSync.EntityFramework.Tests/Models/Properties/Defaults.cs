using System.ComponentModel;

namespace Properties.Defaults;

public class Sample
{
    public int Id { get; set; }
    [DefaultValue(7)] public int Seven { get; set; } = 7;
    [Display(Name = "Shown")] public string Shown { get; set; } = "x";
    [Range(1, 5)] public int Ranged { get; set; }
    [EmailAddress] public string? Mail { get; set; }
    [RegularExpression("a+")] public string? Pattern { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Sample> Samples => Set<Sample>();
}
