namespace Tables.Generic;

public class Box<T>
{
    public int Id { get; set; }
    public T Content { get; set; } = default!;
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Box<int>> Boxes => Set<Box<int>>();
    public DbSet<Box<string>> Texts => Set<Box<string>>();
}
