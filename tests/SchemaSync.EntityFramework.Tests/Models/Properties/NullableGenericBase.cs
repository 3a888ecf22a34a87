namespace Properties.NullableGenericBase;

public class Base<T>
{
    public int Id { get; set; }
    public T Value { get; set; } = default!;
    public T? Maybe { get; set; }
}

public class Texts : Base<string>;

public class MaybeTexts : Base<string?>;

public class Numbers : Base<int>;

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Texts> Texts => Set<Texts>();
    public DbSet<MaybeTexts> MaybeTexts => Set<MaybeTexts>();
    public DbSet<Numbers> Numbers => Set<Numbers>();
}
