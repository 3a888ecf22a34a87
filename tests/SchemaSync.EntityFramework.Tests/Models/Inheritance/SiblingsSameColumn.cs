namespace Inheritance.SiblingsSameColumn;

public class Shape
{
    public int Id { get; set; }
}

public class Circle : Shape
{
    [Column("Size")] public int Radius { get; set; }
}

public class Square : Shape
{
    [Column("Size")] public int Edge { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Shape> Shapes => Set<Shape>();
    public DbSet<Circle> Circles => Set<Circle>();
    public DbSet<Square> Squares => Set<Square>();
}
