namespace Inheritance.SiblingNavigations;

public class Node
{
    public int Id { get; set; }
}

public class Leaf : Node
{
    public Person? Owner { get; set; }
}

public class Branch : Node
{
    public Person? Owner { get; set; }
}

public class Person
{
    public int Id { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Node> Nodes => Set<Node>();
    public DbSet<Leaf> Leaves => Set<Leaf>();
    public DbSet<Branch> Branches => Set<Branch>();
}
