namespace Inheritance.DiscriminatorLengths;

public abstract class A
{
    public int Id { get; set; }
}

public class ShortOne : A;

public abstract class TheLongestNameOfThemAllButAbstract : A
{
    public string? Note { get; set; }
}

public class NotSoLongName : TheLongestNameOfThemAllButAbstract;

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<A> As => Set<A>();
    public DbSet<ShortOne> ShortOnes => Set<ShortOne>();
    public DbSet<TheLongestNameOfThemAllButAbstract> Longs => Set<TheLongestNameOfThemAllButAbstract>();
    public DbSet<NotSoLongName> NotSoLongs => Set<NotSoLongName>();
}
