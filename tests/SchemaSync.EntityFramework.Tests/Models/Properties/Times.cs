namespace Properties.Times;

public class Sample
{
    public int Id { get; set; }
    public DateTime DateTime { get; set; }
    public DateTime? MaybeDateTime { get; set; }
    public DateTimeOffset Offset { get; set; }
    public DateTimeOffset? MaybeOffset { get; set; }
    public DateOnly Date { get; set; }
    public DateOnly? MaybeDate { get; set; }
    public TimeOnly Time { get; set; }
    public TimeOnly? MaybeTime { get; set; }
    public TimeSpan Span { get; set; }
    public TimeSpan? MaybeSpan { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Sample> Samples => Set<Sample>();
}
