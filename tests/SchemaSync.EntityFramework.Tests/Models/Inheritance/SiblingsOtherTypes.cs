namespace Inheritance.SiblingsOtherTypes;

public class Shape
{
    public int Id { get; set; }
}

public class Circle : Shape
{
    public double Size { get; set; }
}

public class Square : Shape
{
    public string Size { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Shape> Shapes => Set<Shape>();
    public DbSet<Circle> Circles => Set<Circle>();
    public DbSet<Square> Squares => Set<Square>();
}
