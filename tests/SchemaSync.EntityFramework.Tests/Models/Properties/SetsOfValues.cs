using System.Collections.ObjectModel;

namespace Properties.SetsOfValues;

public class Sample
{
    public int Id { get; set; }
    public ObservableCollection<int> Watched { get; set; } = [];
    public List<TimeSpan> Spans { get; set; } = [];
    public List<DateOnly> Days { get; set; } = [];
    public List<double> Doubles { get; set; } = [];
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Sample> Samples => Set<Sample>();
}
